package io.playcaller.forecast.meeting.app;

import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.kpi.app.ProgrammeService;
import io.playcaller.forecast.meeting.Agenda;
import io.playcaller.forecast.meeting.Packet;
import io.playcaller.forecast.meeting.ProgrammeSection;
import io.playcaller.forecast.meeting.Section;
import io.playcaller.forecast.portfolio.Quarter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a packet together: what changed since the meeting before, what it decided, and what waits to be done. */
@ApplicationScoped
public class PacketService {

    private final MeetingReads reads;
    private final Decisions decisions;
    private final StandUpSections standUp;
    private final BoardSections board;
    private final ProgrammeService programme;

    PacketService(
            MeetingReads reads,
            Decisions decisions,
            StandUpSections standUp,
            BoardSections board,
            ProgrammeService programme) {
        this.reads = reads;
        this.decisions = decisions;
        this.standUp = standUp;
        this.board = board;
        this.programme = programme;
    }

    /**
     * The packet of a meeting.
     *
     * @param day of the meeting; null for today
     * @param since what changed since then; null for the meeting before
     */
    public Uni<Packet> packet(MeetingKind kind, @Nullable LocalDate day, @Nullable LocalDate since) {
        return reads.now().chain(now -> {
            LocalDate on = day == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : day;
            return since(kind, on, since)
                    .map(last -> new Agenda(kind, on, last, now))
                    .chain(this::packet);
        });
    }

    private Uni<LocalDate> since(MeetingKind kind, LocalDate day, @Nullable LocalDate since) {
        return since == null
                ? decisions.lastBefore(kind, day).map(last -> last.orElseGet(() -> kind.before(day)))
                : Uni.createFrom().item(since);
    }

    private Uni<Packet> packet(Agenda agenda) {
        return sections(agenda)
                .chain(sections -> decisions
                        .of(agenda.kind(), agenda.day())
                        .chain(taken -> decisions
                                .openBefore(agenda.kind(), agenda.day())
                                .map(open -> new Packet(
                                        agenda.kind().key(),
                                        agenda.day(),
                                        agenda.since(),
                                        agenda.now(),
                                        sections,
                                        taken,
                                        open))));
    }

    private Uni<List<Section>> sections(Agenda agenda) {
        LocalDate today = LocalDate.ofInstant(agenda.now(), ZoneOffset.UTC);
        return reads.faces(today).chain(faces -> switch (agenda.kind()) {
            case WEEKLY -> standUp.weekly(agenda, faces);
            case MONTHLY -> standUp.monthly(agenda, faces);
            case QUARTERLY -> StandUpSections.all(List.of(board.quarterly(agenda, faces), programme(agenda)));
        });
    }

    private Uni<List<Section>> programme(Agenda agenda) {
        return programme.review(Quarter.of(agenda.quarter())).map(review -> List.of(ProgrammeSection.of(review)));
    }
}
