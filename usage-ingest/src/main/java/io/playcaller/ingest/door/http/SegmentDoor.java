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
        DoorRequest request = DoorRequest.of(headers, bodies.read(sent), verbose);
        return take(request, reader.batch(request.body()));
    }

    /**
     * @param call the segment of the path
     * @param verbose the query parameter
     */
    Uni<Response> single(String call, HttpHeaders headers, @Nullable String verbose, byte[] sent) {
        DoorRequest request = DoorRequest.of(headers, bodies.read(sent), verbose);
        return take(request, reader.single(SegmentCall.ofPath(call).orElseThrow(), request.body()));
    }

    private Uni<Response> take(DoorRequest request, ReadBody body) {
        return keys.require(request.key().or(() -> body.writeKey().map(WriteKey::new)))
                .flatMap(holder -> door.take(holder, DOOR, request, body));
    }
}
