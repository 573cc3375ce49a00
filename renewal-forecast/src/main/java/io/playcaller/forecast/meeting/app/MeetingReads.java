package io.playcaller.forecast.meeting.app;

import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.forecast.meeting.Faces;
import io.playcaller.forecast.meeting.Known.Fault;
import io.playcaller.forecast.meeting.Known.Overdue;
import io.playcaller.forecast.meeting.Known.RenewalMove;
import io.playcaller.forecast.meeting.Known.Risk;
import io.playcaller.forecast.meeting.Known.StageMove;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the store knows that packets say. */
public interface MeetingReads {

    /** By business time. */
    Uni<Instant> now();

    Uni<Faces> faces(LocalDate today);

    /** Risks that opened since then and were not retracted. */
    Uni<List<Risk>> risksSince(Instant since);

    /** Open tasks one of whose clocks ran out before. */
    Uni<List<Overdue>> overdue(Instant now);

    Uni<List<StageMove>> stageMoves(Instant since);

    /** Renewals that came to another stage of the work on them. */
    Uni<List<RenewalMove>> renewalMoves(Instant since);

    /** What is wrong with how renewals are worked, the oldest first. */
    Uni<List<Fault>> faults();

    Uni<List<OpportunityRecord>> opportunities();
}
