;; Sides of people in rows side by side, and one of them met by many: vector instructions take a fifth of the time
;; of a loop in JavaScript. Assembled into side-rows.wasm.ts by `node scripts/assemble-side-rows.mjs`.
;;
;; A row: $side bytes of what somebody lacks, $side bytes of gives, $about bytes of about, then what $meet found.
;; Numbers have 32 bits; every part is a multiple of 32 bytes.
(module
  (memory (export "memory") 1)

  ;; The sum of products of two vectors; in one order of sums, so that it is the same whichever comes first.
  (func $product (param $a i32) (param $b i32) (param $bytes i32) (result f32)
    (local $end i32) (local $even v128) (local $odd v128)
    (local.set $end (i32.add (local.get $a) (local.get $bytes)))
    (loop $numbers
      (local.set $even (f32x4.add (local.get $even)
        (f32x4.mul (v128.load (local.get $a)) (v128.load (local.get $b)))))
      (local.set $odd (f32x4.add (local.get $odd)
        (f32x4.mul (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b)))))
      (local.set $b (i32.add (local.get $b) (i32.const 32)))
      (local.set $a (i32.add (local.get $a) (i32.const 32)))
      (br_if $numbers (i32.lt_u (local.get $a) (local.get $end))))
    (local.set $even (f32x4.add (local.get $even) (local.get $odd)))
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $even)) (f32x4.extract_lane 1 (local.get $even)))
      (f32.add (f32x4.extract_lane 2 (local.get $even)) (f32x4.extract_lane 3 (local.get $even)))))

  ;; For each of $count rows from $row on, $stride bytes apart: half of how far $one lacks what it gives and gives what
  ;; it lacks, and how far both are about the same, written behind the row's about.
  (func (export "meet") (param $one i32) (param $row i32) (param $side i32) (param $about i32) (param $stride i32) (param $count i32)
    (loop $rows
      (f32.store
        (i32.add (i32.add (local.get $row) (i32.shl (local.get $side) (i32.const 1))) (local.get $about))
        (f32.add
          (f32.mul (f32.const 0.5) (f32.add
            (call $product (local.get $one) (i32.add (local.get $row) (local.get $side)) (local.get $side))
            (call $product (i32.add (local.get $one) (local.get $side)) (local.get $row) (local.get $side))))
          (call $product
            (i32.add (local.get $one) (i32.shl (local.get $side) (i32.const 1)))
            (i32.add (local.get $row) (i32.shl (local.get $side) (i32.const 1)))
            (local.get $about))))
      (local.set $row (i32.add (local.get $row) (local.get $stride)))
      (br_if $rows (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
