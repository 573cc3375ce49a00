package io.playcaller.forecast.process.app;

import io.playcaller.forecast.engine.process.Judgement;
import io.playcaller.forecast.process.StageMove;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people say of renewals. */
public interface Renewals {

    /** A contract that is up for renewal. */
    record Place(String accountId, LocalDate renewalOn) {}

    /** Where a contract is; empty when it is not up for renewal. */
    Uni<Optional<Place>> place(SqlConnection transaction, String contractId);

    /** Adds a judgement. */
    Uni<Void> add(SqlConnection transaction, Judgement judgement);

    /** A judgement of a contract. */
    Uni<Optional<Judgement>> judgement(SqlConnection transaction, String contractId, UUID judgementId);

    /** Takes a judgement back. */
    Uni<Void> withdraw(SqlConnection transaction, UUID judgementId, Instant now);

    /** The judgements of a contract, newest first. */
    Uni<List<Judgement>> judgements(String contractId, int limit);

    /** The moves of a contract, newest first. */
    Uni<List<StageMove>> moves(String contractId, int limit);
}
