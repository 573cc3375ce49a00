package io.playcaller.router.simulate;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.play.Play;
import io.playcaller.router.play.PlayStep;
import io.playcaller.router.play.RunDate;
import io.playcaller.router.play.StepKind;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.signal.SignalEffects;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Routes past signals once more, by the rules given, with the deciders that route live ones. Nobody works: a task stays until the last
 * of its signals ends, so that what would have joined it joins it. What would follow where plays give up is counted apart. A signal counts
 * as it is known last.
 */
public final class Simulation {

    private final RouterRules rules;
    private final Instant until;
    private final Map<String, Integer> runs = new HashMap<>();
    private final Map<String, Integer> joined = new HashMap<>();
    private final Map<String, Integer> followUps = new HashMap<>();
    private final Map<String, Map<String, Integer>> accounts = new HashMap<>();
    private final Map<String, Long> minutes = new HashMap<>();
    private final Map<String, Map<String, Long>> byWeek = new TreeMap<>();
    private final Map<String, Integer> stopped = new TreeMap<>();
    private final Map<UUID, String> playOfTask = new HashMap<>();

    private Simulation(RouterRules rules, Instant until) {
        this.rules = rules;
        this.until = until;
    }

    /**
     * What {@code rules} would have made of these signals.
     *
     * @param until no play gives up later
     */
    public static Simulated of(RouterRules rules, List<PastSignal> signals, Instant until) {
        Simulation simulation = new Simulation(rules, until);
        signals.stream()
                .collect(Collectors.groupingBy(Simulation::lane))
                .values()
                .forEach(simulation::live);
        return simulation.result();
    }

    private static String lane(PastSignal signal) {
        String account = signal.newest().accountId();
        return account == null ? signal.newest().episodeId().toString() : account;
    }

    /** The life of one account. */
    private void live(List<PastSignal> signals) {
        record Moment(Instant at, SignalChanged signal) {}
        List<Moment> moments = new ArrayList<>();
        for (PastSignal signal : signals) {
            moments.add(new Moment(signal.openedAt(), signal.opened()));
            if (signal.endedAt() != null) {
                moments.add(new Moment(signal.endedAt(), signal.ended()));
            }
        }
        moments.sort(Comparator.comparing(Moment::at)
                .thenComparing(moment -> moment.signal().transition()));
        AccountDesk desk = AccountDesk.EMPTY;
        Map<UUID, KnownSignal> became = new HashMap<>();
        FollowUps follows = new FollowUps(rules, play -> followUps.merge(play, 1, Integer::sum));
        for (Moment moment : moments) {
            follows.before(moment.at(), desk);
            SignalEffects effects =
                    new SignalDecider(Router.of(rules, moment.at())).decide(desk, moment.signal(), Workload.EMPTY);
            effects.tasks().stream()
                    .filter(change -> change.before() == null)
                    .forEach(change -> begun(change.after(), moment.at()));
            effects.courses().stream()
                    .filter(change ->
                            change.begins() && change.after().taskIds().isEmpty())
                    .forEach(change -> begun(change.after().play().key(), moment.signal(), moment.at()));
            effects.ledger().stream()
                    .filter(KnownSignal::isOpen)
                    .forEach(known -> became.put(known.episodeId(), known));
            desk = settled(desk.after(effects), moment.at());
            follows.note(effects);
        }
        follows.before(until, desk);
        became.values().forEach(this::count);
    }

    /** The desk without tasks of runs that are about nothing any more: nobody looks at runs here. */
    private static AccountDesk settled(AccountDesk desk, Instant at) {
        Map<UUID, Task> open = new LinkedHashMap<>(desk.openTasks());
        open.values()
                .removeIf(
                        task -> !task.order().wholeRun() && task.openEpisodes().isEmpty());
        List<PastRun> runs = desk.runs().stream()
                .map(run ->
                        run.endedAt() != null || isOpen(open, run) ? run : new PastRun(run.play(), run.startedAt(), at))
                .toList();
        return new AccountDesk(desk.account(), desk.signals(), open, desk.holdouts(), runs);
    }

    private static boolean isOpen(Map<UUID, Task> open, PastRun run) {
        return open.values().stream().anyMatch(task -> task.order().play().equals(run.play()));
    }

    /** What became of a signal while it was open. */
    private void count(KnownSignal known) {
        String play = known.taskId() == null ? null : playOfTask.get(known.taskId());
        if (known.status() == SignalStatus.JOINED && play != null) {
            joined.merge(play, 1, Integer::sum);
        } else if (known.taskId() == null && known.status() != SignalStatus.RUN) {
            stopped.merge(known.path().get(known.path().size() - 1).reason(), 1, Integer::sum);
        }
    }

    private void begun(Task task, Instant at) {
        playOfTask.put(task.taskId(), task.order().play());
        begun(task.order().play(), task.signal(), at);
    }

    private void begun(String key, SignalChanged signal, Instant at) {
        String account = signal.accountId();
        runs.merge(key, 1, Integer::sum);
        if (account != null) {
            accounts.computeIfAbsent(key, any -> new HashMap<>()).merge(account, 1, Integer::sum);
        }
        Play play = rules.plays().play(key).orElseThrow();
        String tier = tierOf(signal);
        play.steps().stream()
                .filter(step -> step.kind() == StepKind.HUMAN && step.isFor(tier))
                .forEach(step -> work(play, step, signal, at));
    }

    private static @Nullable String tierOf(SignalChanged signal) {
        return signal.account() == null ? null : signal.account().profile().tier();
    }

    private void work(Play play, PlayStep step, SignalChanged signal, Instant begun) {
        LocalDate monday = dayOf(play, step, signal, begun).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        minutes.merge(play.key(), (long) step.minutes(), Long::sum);
        byWeek.computeIfAbsent(step.ownerIn(tierOf(signal)), any -> new TreeMap<>())
                .merge(monday.toString(), (long) step.minutes(), Long::sum);
    }

    /** The day on which a step is due at the earliest: on its own, or that many days after the run began. */
    private LocalDate dayOf(Play play, PlayStep step, SignalChanged signal, Instant begun) {
        LocalDate first = rules.calendars().standard().dayOf(begun);
        RunDate date = play.course().date();
        Integer before = step.start().daysBefore();
        Integer after = step.start().daysAfter();
        if (date != null && before != null && signal.account() != null) {
            return date.of(signal.account().profile())
                    .map(day -> day.minusDays(before))
                    .filter(day -> day.isAfter(first))
                    .orElse(first);
        }
        return after == null ? first : first.plusDays(after);
    }

    private Simulated result() {
        return new Simulated(rules.plays().plays().stream().map(this::countOf).toList(), byWeek, stopped);
    }

    private PlayCount countOf(Play play) {
        Map<String, Integer> all = accounts.getOrDefault(play.key(), Map.of());
        Map<String, Integer> most = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(PlayCount.ACCOUNTS)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return new PlayCount(
                play.key(),
                runs.getOrDefault(play.key(), 0),
                joined.getOrDefault(play.key(), 0),
                followUps.getOrDefault(play.key(), 0),
                most,
                all.size(),
                minutes.getOrDefault(play.key(), 0L));
    }
}
