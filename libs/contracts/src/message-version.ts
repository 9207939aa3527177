/** Version of the contract between Tsunagu and other services. A field that is added keeps it, any other change raises it. */
export const MESSAGE_VERSION = 1;
