package io.playcaller.contracts;

/** One step of a JSON pointer (RFC 6901), down to the member of an object. */
public final class PointerStep {

    private PointerStep() {}

    /**
     * The step with its slash.
     *
     * @param name as it stands in the object
     */
    public static String to(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
