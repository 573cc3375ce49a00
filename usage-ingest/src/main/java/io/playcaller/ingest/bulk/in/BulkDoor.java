package io.playcaller.ingest.bulk.in;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.bulk.BulkRow;
import io.playcaller.ingest.bulk.RowOutcome;
import io.playcaller.ingest.bulk.app.BulkSets;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.register.Origin;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.zip.ZipException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes uploads, each on the thread of its request: a set of rows is read, stored, and forgotten but for its counts, before
 * the next is read. So a sender is as fast as PostgreSQL is, and memory does not grow with the body.
 */
@ApplicationScoped
class BulkDoor {

    private static final Logger LOG = Logger.getLogger(BulkDoor.class);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AFTER_AN_UPLOAD = Duration.ofSeconds(30);
    private static final int BAD_REQUEST = 400;

    private final BulkSets sets;
    private final IngestConfig.Limits limits;
    private final MeterRegistry metrics;
    private final Semaphore room;

    BulkDoor(BulkSets sets, IngestConfig config, MeterRegistry metrics) {
        this.sets = sets;
        this.limits = config.limits();
        this.metrics = metrics;
        this.room = new Semaphore(limits.bulkAtOnce());
    }

    /** Begins to read a body of at most so many bytes, uncompressed, and rows of at most so many. */
    interface Opening {
        BulkRows open(long bytes, int rowBytes) throws IOException;
    }

    /**
     * @param admission of so many records of the sender
     * @throws ProblemException when nothing of it is read
     */
    BulkAnswer take(BulkUpload upload, Opening opening, IntFunction<Uni<Origin>> admission) {
        if (!room.tryAcquire()) {
            throw new ProblemException(Problem.unavailable(
                    limits.bulkAtOnce() + " uploads are in work, which is as many as may be; send it again later",
                    AFTER_AN_UPLOAD));
        }
        try {
            BulkTally tally = new BulkTally(upload);
            BulkRows rows = open(opening);
            BulkAnswer answer = tally.answer(ended(rows, tally, admission));
            count(answer);
            return answer;
        } finally {
            room.release();
        }
    }

    private BulkRows open(Opening opening) {
        try {
            return opening.open(limits.bulkBytes(), limits.batchBytes());
        } catch (IOException e) {
            throw new ProblemException(broken(e));
        }
    }

    /** Why the upload ended before its end; null when it did not. */
    private @Nullable Problem ended(BulkRows rows, BulkTally tally, IntFunction<Uni<Origin>> admission) {
        try {
            for (List<BulkRow> set = rows.next(); !set.isEmpty(); set = rows.next()) {
                tally.add(set, stored(set, admission));
                if (tally.refused() > limits.bulkRefused()) {
                    return Problem.of(
                            BAD_REQUEST,
                            "bulk.too-many-refused",
                            "Invalid input",
                            "more than " + limits.bulkRefused() + " rows are refused: what is at fault is the file");
                }
            }
            return null;
        } catch (IOException e) {
            return broken(e);
        } catch (ProblemException refused) {
            return refused.problem();
        } catch (RuntimeException fault) {
            LOG.warn("an upload was not stored to its end", fault);
            return Problem.unavailable(
                    "what is needed to store it does not answer; send all of it again, what is stored changes nothing",
                    SOON);
        }
    }

    private List<RowOutcome> stored(List<BulkRow> set, IntFunction<Uni<Origin>> admission) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> sets.take(set, admission));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Problem broken(IOException fault) {
        if (fault instanceof LimitedStream.TooLargeException) {
            return Problem.tooLarge("at most " + limits.bulkBytes() + " bytes uncompressed", "more than that");
        }
        if (fault instanceof ZipException || fault instanceof EOFException) {
            return Problem.badField(
                    "encoding.broken", "", "gzip, as Content-Encoding says", String.valueOf(fault.getMessage()));
        }
        return Problem.of(
                BAD_REQUEST, "body.broken", "Invalid input", "the body broke off; its last row, if cut, is not read");
    }

    private void count(BulkAnswer answer) {
        count(answer, "created", answer.created());
        count(answer, "changed", answer.changed());
        count(answer, "unchanged", answer.unchanged());
        count(answer, "left-out", answer.leftOut());
        count(answer, "outdated", answer.outdated());
        count(answer, "refused", answer.refused());
    }

    private void count(BulkAnswer answer, String outcome, long rows) {
        boolean live = answer.environment() == null && !answer.preview();
        metrics.counter(
                        "playcaller.ingest.bulk.rows",
                        "kind",
                        answer.kind(),
                        "outcome",
                        outcome,
                        "environment",
                        live ? "live" : "test")
                .increment((double) rows);
    }
}
