package io.playcaller.ingest.body.in;

import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.refusal.app.RefusalCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;

/** Reads the body of the request in hand, within the limit of the configuration; counts what it refuses. */
@ApplicationScoped
public class RequestBodies {

    private final HttpHeaders headers;
    private final RefusalCount refusals;
    private final int limit;

    RequestBodies(HttpHeaders headers, RefusalCount refusals, IngestConfig config) {
        this.headers = headers;
        this.refusals = refusals;
        this.limit = config.limits().batchBytes();
    }

    /** @throws ProblemException as {@link RequestBody#read} */
    public byte[] read(byte[] sent) {
        return read(sent, limit);
    }

    /**
     * Within a limit of its own. What is compressed has no more than everybody's when it is inflated: how much that will be,
     * and whether there is room for it, nobody can tell before.
     *
     * @throws ProblemException as {@link RequestBody#read}
     */
    public byte[] read(byte[] sent, int ownLimit) {
        return counted(() -> RequestBody.read(
                sent, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING), ownLimit, Math.min(ownLimit, limit)));
    }

    /**
     * Looks at the size alone.
     *
     * @throws ProblemException 413 over the limit
     */
    public void requireWithin(byte[] sent, int ownLimit) {
        counted(() -> RequestBody.within(sent, ownLimit));
    }

    private byte[] counted(Supplier<byte[]> reading) {
        try {
            return reading.get();
        } catch (ProblemException refusal) {
            refusals.refused(refusal.problem().code());
            throw refusal;
        }
    }
}
