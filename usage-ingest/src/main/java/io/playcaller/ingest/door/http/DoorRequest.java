package io.playcaller.ingest.door.http;

import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.source.WriteKey;
import io.playcaller.ingest.source.in.BasicKey;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the doors over HTTP read of a request, whatever its shape: key, run, wishes, the body inflated. */
final class DoorRequest {

    private static final String PREFER = "Prefer";
    private static final String RETURN = "return=";

    private final HttpHeaders headers;
    private final byte[] body;

    private DoorRequest(HttpHeaders headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /** @param body as it is when nothing is compressed any more */
    static DoorRequest of(HttpHeaders headers, byte[] body) {
        return new DoorRequest(headers, body);
    }

    byte[] body() {
        return body;
    }

    /** The key of the header; browsers and old clients put it into the body instead. */
    Optional<WriteKey> key() {
        return BasicKey.of(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    /** The import that it says it belongs to. */
    @Nullable
    String runId() {
        return headers.getHeaderString(OpenRuns.HEADER);
    }

    /** In lower case; empty when there is none. */
    String contentType() {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    Map<String, List<String>> headers() {
        return headers.getRequestHeaders();
    }

    /** Whether the caller wants to hear of every item: {@code Prefer: return=representation} (RFC 7240). */
    boolean wantsEveryItem() {
        String preferences = headers.getHeaderString(PREFER);
        return preferences != null
                && Stream.of(preferences.split(","))
                        .map(preference -> preference
                                .split(";", 2)[0]
                                .replaceAll("[\\s\"]", "")
                                .toLowerCase(Locale.ROOT))
                        .filter(preference -> preference.startsWith(RETURN))
                        .findFirst()
                        .filter(preference -> preference.equals(RETURN + "representation"))
                        .isPresent();
    }
}
