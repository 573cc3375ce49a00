package io.playcaller.contracts;

/** Where the schema of a type is shipped. */
final class SchemaFiles {

    private SchemaFiles() {}

    static String path(EventType type) {
        return "schemas/" + type.wire().substring("io.playcaller.".length()) + ".json";
    }
}
