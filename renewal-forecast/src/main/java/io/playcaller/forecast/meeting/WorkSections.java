package io.playcaller.forecast.meeting;

import io.playcaller.forecast.meeting.Known.Fault;
import io.playcaller.forecast.meeting.Known.Overdue;
import io.playcaller.forecast.meeting.Known.RenewalMove;
import io.playcaller.forecast.meeting.Known.Risk;
import io.playcaller.forecast.meeting.Known.StageMove;
import io.playcaller.forecast.meeting.Section.Meaning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Risks, clocks and stages since the meeting before. */
public final class WorkSections {

    private static final Meaning RISKS = new Meaning(
            "new-risks",
            "New risks",
            "risk signals that opened from the meeting before to the end of the meeting's day and were not retracted; the gravest first",
            "signal",
            Section.NONE);

    private static final Meaning BY_REASON = new Meaning(
            "new-risks-by-reason",
            "New risks by reason",
            "risk signals that opened from the meeting before to the end of the meeting's day and were not retracted, and how many of them "
                    + "ended by then",
            "reason",
            Section.NONE);

    private static final Meaning OVERDUE = new Meaning(
            "overdue",
            "Clocks that ran out",
            "tasks that are open when the packet is made and one of whose clocks had run out by the end of the meeting's day; the longest "
                    + "overdue first, in elapsed hours until then",
            "task",
            Section.NONE);

    private static final Meaning STAGES = new Meaning(
            "stage-moves",
            "Accounts in another stage of their life",
            "accounts whose stage began from the meeting before to the end of the meeting's day; where they came from is not kept, and "
                    + "of one that moved on since only the last move is",
            "account",
            Section.NONE);

    private static final Meaning RENEWALS = new Meaning(
            "renewal-stages",
            "Renewals in another stage",
            "moves between the stages of the work on a renewal from the meeting before to the end of the meeting's day, and who moved it",
            "move",
            Section.NONE);

    private static final Meaning FAULTS = new Meaning(
            "renewal-faults",
            "What is wrong with how renewals are worked",
            "faults that stand when the packet is made and began by the end of the meeting's day, such as a contract at risk without a "
                    + "plan or an owner; the oldest first",
            "contract and fault",
            Section.NONE);

    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "unknown", "low");

    private WorkSections() {}

    /** Each new risk. */
    public static Section risks(List<Risk> risks, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        risks.stream()
                .sorted(Comparator.comparingInt((Risk risk) -> SEVERITIES.indexOf(risk.severity()))
                        .thenComparing(Risk::openedAt)
                        .thenComparing(Risk::episodeId))
                .forEach(risk -> rows.add(Arrays.asList(
                        faces.name(risk.accountId()),
                        faces.owner(risk.accountId()),
                        risk.reason(),
                        risk.severity(),
                        risk.openedAt(),
                        risk.endedAt())));
        return Section.of(RISKS, List.of("account", "owner", "reason", "severity", "openedAt", "endedAt"), rows);
    }

    /** New risks counted. */
    public static Section risksByReason(List<Risk> risks) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Risk risk : risks) {
            int[] count = counts.computeIfAbsent(risk.reason(), none -> new int[2]);
            count[0]++;
            count[1] += risk.endedAt() == null ? 0 : 1;
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        counts.forEach((reason, count) -> rows.add(Arrays.asList(reason, count[0], count[1])));
        return Section.of(BY_REASON, List.of("reason", "opened", "ended"), rows);
    }

    /** Whose clocks ran out. */
    public static Section overdue(List<Overdue> tasks, Agenda agenda, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        tasks.stream()
                .sorted(Comparator.comparing(Overdue::dueAt).thenComparing(Overdue::taskId))
                .forEach(task -> rows.add(Arrays.asList(
                        task.taskId(),
                        faces.name(task.accountId()),
                        task.play(),
                        task.role(),
                        task.assignee(),
                        task.dueAt(),
                        Duration.between(task.dueAt(), agenda.until()).toHours(),
                        task.escalation())));
        return Section.of(
                OVERDUE,
                List.of("taskId", "account", "play", "role", "assignee", "dueAt", "overdueHours", "escalation"),
                rows);
    }

    /** Who moved on, or back. */
    public static Section stages(List<StageMove> moves, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        moves.stream()
                .sorted(Comparator.comparing(StageMove::since).thenComparing(StageMove::accountId))
                .forEach(move -> rows.add(Arrays.asList(
                        faces.name(move.accountId()), faces.owner(move.accountId()), move.stage(), move.since())));
        return Section.of(STAGES, List.of("account", "owner", "stage", "since"), rows);
    }

    /** Which renewals went on. */
    public static Section renewals(List<RenewalMove> moves, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        moves.forEach(move -> rows.add(Arrays.asList(
                move.contractId(),
                faces.name(move.accountId()),
                faces.owner(move.accountId()),
                move.stage(),
                move.author(),
                move.at())));
        return Section.of(RENEWALS, List.of("contractId", "account", "owner", "stage", "author", "at"), rows);
    }

    /** What stands in the way. */
    public static Section faults(List<Fault> faults, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        faults.forEach(fault -> rows.add(Arrays.asList(
                fault.contractId(),
                faces.name(fault.accountId()),
                faces.owner(fault.accountId()),
                fault.code(),
                fault.detail(),
                fault.since())));
        return Section.of(FAULTS, List.of("contractId", "account", "owner", "fault", "detail", "since"), rows);
    }
}
