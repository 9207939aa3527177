/** The letters of what is painted on a canvas, which takes none from the page. */
export const CANVAS_FONT = '"Hiragino Sans", "BIZ UDPGothic", "Noto Sans JP", "Noto Sans CJK JP", sans-serif';
