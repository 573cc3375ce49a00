package io.playcaller.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text of people in the URLs of requests. */
public final class Url {

    private Url() {}

    /** As one segment of a path, or as the value of a parameter: in a path a blank is {@code %20}. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
