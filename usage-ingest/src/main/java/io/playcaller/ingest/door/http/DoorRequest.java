package io.playcaller.ingest.door.http;

import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
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
    private static final String VERBOSE = "verbose=1";
    private static final String ATTRIBUTE = "ce-";

    private final HttpHeaders headers;
    private final byte[] body;
    private final boolean verbose;

    private DoorRequest(HttpHeaders headers, byte[] body, boolean verbose) {
        this.headers = headers;
        this.body = body;
        this.verbose = verbose;
    }

    /** @param body as it is when nothing is compressed any more */
    static DoorRequest of(HttpHeaders headers, byte[] body) {
        return new DoorRequest(headers, body, false);
    }

    /** @param verbose the query parameter */
    static DoorRequest of(HttpHeaders headers, byte[] body, @Nullable String verbose) {
        return new DoorRequest(headers, body, "1".equals(verbose));
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

    /** Whether it is one by its Content-Type, or by a header of binary mode. */
    boolean isCloudEvent() {
        return contentType().startsWith(CloudEventReader.STRUCTURED)
                || headers.getRequestHeaders().keySet().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(ATTRIBUTE));
    }

    /**
     * Whether the caller wants to hear of every item: by {@code ?verbose=1}, {@code Accept: application/json;verbose=1}, or
     * {@link #prefersRepresentation}. No SDK says any of these by itself.
     */
    boolean wantsEveryItem() {
        return verbose || acceptsVerbose() || prefersRepresentation();
    }

    private boolean acceptsVerbose() {
        String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(VERBOSE)
                && Stream.of(accept.split("[,;]")).anyMatch(part -> part.strip().equals(VERBOSE));
    }

    /** {@code Prefer: return=representation} (RFC 7240). */
    boolean prefersRepresentation() {
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
