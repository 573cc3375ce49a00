package io.playcaller.router.signal.app;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.holdout.HoldoutRun;
import io.playcaller.router.play.PastRun;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.run.RunChange;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import io.playcaller.router.task.out.PgTasks.Held;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the database holds, in memory, and desks that are loaded from it as those of a transaction are. Of tasks that have ended it
 * keeps the work: a set does not see that a task of it ended either.
 */
final class StoredWork {

    private final RouterRules rules;
    private final Instant now;
    private final Map<UUID, KnownSignal> ledger = new LinkedHashMap<>();
    private final Map<UUID, Task> tasks = new LinkedHashMap<>();
    private final Map<UUID, HoldoutRun> holdouts = new LinkedHashMap<>();
    private final List<Changed> changes = new ArrayList<>();
    private final List<RunChange> courses = new ArrayList<>();

    StoredWork(RouterRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    Desks desks(List<SignalChanged> batch) {
        Set<String> accounts = batch.stream().map(SignalChanged::accountId).collect(Collectors.toSet());
        List<KnownSignal> known = ledger.values().stream()
                .filter(line -> line.isOpen() && accounts.contains(line.signal().accountId())
                        || batch.stream().anyMatch(one -> one.episodeId().equals(line.episodeId())))
                .sorted((one, other) -> one.episodeId().compareTo(other.episodeId()))
                .toList();
        List<Task> open = tasks.values().stream()
                .filter(task -> task.isOpen() && accounts.contains(task.signal().accountId()))
                .toList();
        List<HoldoutRun> heldOut = holdouts.values().stream()
                .filter(run -> run.isOpen() && accounts.contains(run.accountId()))
                .toList();
        return new Desks(Map.of(), known, new Held(open, List.of()), heldOut, past(accounts), workload());
    }

    void write(Desks decided) {
        decided.ledger().forEach(line -> ledger.put(line.episodeId(), line));
        decided.tasks().forEach(change -> tasks.put(change.after().taskId(), change.after()));
        decided.holdouts().forEach(run -> holdouts.put(run.playRunId(), run));
        changes.addAll(decided.tasks());
        courses.addAll(decided.courses());
    }

    Collection<KnownSignal> ledger() {
        return ledger.values();
    }

    Collection<HoldoutRun> holdouts() {
        return holdouts.values();
    }

    List<Changed> changes() {
        return changes;
    }

    List<RunChange> courses() {
        return courses;
    }

    private Map<String, List<PastRun>> past(Set<String> accounts) {
        Map<String, List<PastRun>> past = new HashMap<>();
        begun().filter(task -> task.order().wholeRun())
                .forEach(task -> past.computeIfAbsent(task.signal().accountId(), any -> new ArrayList<>())
                        .add(new PastRun(task.order().play(), now, null)));
        courses.stream()
                .filter(RunChange::begins)
                .map(RunChange::after)
                .forEach(run -> past.computeIfAbsent(run.accountId(), any -> new ArrayList<>())
                        .add(new PastRun(run.play().key(), now, null)));
        past.keySet().retainAll(accounts);
        return past;
    }

    private Stream<Task> begun() {
        return changes.stream().filter(change -> change.before() == null).map(Changed::after);
    }

    private Workload workload() {
        Map<String, Workload.Load> loads = new HashMap<>();
        rules.directory().people().forEach(person -> loads.put(person.staffId(), load(person)));
        Map<String, String> lastOf = new HashMap<>();
        begun().filter(task -> task.assignment().staffId() != null)
                .forEach(task ->
                        lastOf.put(task.signal().accountId(), task.assignment().staffId()));
        return new Workload(loads, lastOf);
    }

    private Workload.Load load(StaffMember person) {
        LocalDate today = rules.diary(now).day(person);
        ZoneId zone = rules.calendarOfPerson(person.staffId()).zone();
        List<Task> theirs = begun().filter(
                        task -> person.staffId().equals(task.assignment().staffId()))
                .toList();
        Map<LocalDate, Integer> byDay = new HashMap<>();
        theirs.stream()
                .filter(task -> task.severity() != Severity.CRITICAL)
                .map(task -> task.assignment().startsAt())
                .forEach(at -> byDay.merge(at == null ? today : LocalDate.ofInstant(at, zone), 1, Integer::sum));
        int minutes = theirs.stream().mapToInt(task -> task.order().minutes()).sum();
        return new Workload.Load(today, zone, minutes, byDay);
    }
}
