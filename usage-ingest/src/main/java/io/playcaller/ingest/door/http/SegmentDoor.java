package io.playcaller.ingest.door.http;

import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.segment.SegmentCall;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.source.WriteKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The door for those who have a Segment or RudderStack SDK, whichever of its paths they call. */
@ApplicationScoped
class SegmentDoor {

    private static final String DOOR = "segment";

    private final HttpDoor door;
    private final DoorKeys keys;
    private final SegmentReader reader;
    private final RequestBodies bodies;

    SegmentDoor(HttpDoor door, DoorKeys keys, RequestBodies bodies, IngestConfig config) {
        this.door = door;
        this.keys = keys;
        this.reader =
                new SegmentReader(config.limits().eventBytes(), config.limits().batchEvents());
        this.bodies = bodies;
    }

    Uni<Response> batch(HttpHeaders headers, @Nullable String verbose, byte[] sent) {
        return take(DoorRequest.of(headers, bodies.read(sent), verbose), reader::batch);
    }

    /**
     * @param call the segment of the path
     * @param verbose the query parameter
     */
    Uni<Response> single(String call, HttpHeaders headers, @Nullable String verbose, byte[] sent) {
        SegmentCall known = SegmentCall.ofPath(call).orElseThrow();
        return take(DoorRequest.of(headers, bodies.read(sent), verbose), body -> reader.single(known, body));
    }

    /** Whose key is in the header is known before the body is parsed: then who has none, or sends too much, costs no parsing. */
    private Uni<Response> take(DoorRequest request, Function<byte[], ReadBody> reading) {
        Optional<WriteKey> key = request.key();
        if (key.isPresent()) {
            return keys.admit(key).flatMap(holder -> door.take(holder, DOOR, request, reading.apply(request.body())));
        }
        ReadBody body = reading.apply(request.body());
        return keys.admit(body.writeKey().map(WriteKey::new)).flatMap(holder -> door.take(holder, DOOR, request, body));
    }
}
