package io.playcaller.ingest.person;

/** How the customer's product names a person. */
public record ExternalId(Kind kind, String value) {

    /** Known users and browsers before log-in have separate name spaces. */
    public enum Kind {
        USER,
        ANONYMOUS
    }

    public static ExternalId user(String value) {
        return new ExternalId(Kind.USER, value);
    }

    public static ExternalId anonymous(String value) {
        return new ExternalId(Kind.ANONYMOUS, value);
    }
}
