package io.playcaller.ingest.door.cloudevents;

/** Where the attributes of a CloudEvent in binary mode stand, so that a refusal can name the header. */
public enum Binding {
    HTTP("ce-", "Content-Type"),
    KAFKA("ce_", "content-type");

    private final String prefix;
    private final String contentType;

    Binding(String prefix, String contentType) {
        this.prefix = prefix;
        this.contentType = contentType;
    }

    /** The header of the attribute at {@code pointer}, such as {@code /id}. */
    String header(String pointer) {
        String attribute = pointer.substring(1);
        return attribute.equals(CloudEventReader.DATA_CONTENT_TYPE) ? contentType : prefix + attribute;
    }
}
