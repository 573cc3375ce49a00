package io.playcaller.ingest.door.cloudevents;

import java.util.Locale;

/** What a media type says of the bytes that it names. */
public final class MediaTypes {

    public static final String JSON = "application/json";

    private MediaTypes() {}

    /** In lower case and without parameters. */
    public static String base(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** As the JSON format of CloudEvents tells it: subtype {@code json}, or one that ends with {@code +json}. */
    static boolean isJson(String mediaType) {
        String base = base(mediaType);
        return base.endsWith("/json") || (base.contains("/") && base.endsWith("+json"));
    }
}
