package io.playcaller.ingest.body.in;

import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.refusal.app.RefusalCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

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
        try {
            return RequestBody.read(sent, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING), limit);
        } catch (ProblemException refusal) {
            refusals.refused(refusal.problem().code());
            throw refusal;
        }
    }
}
