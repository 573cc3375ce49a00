package io.playcaller.health.fold.app;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.ModelActivated;
import io.playcaller.contracts.fact.QuarantineReleased;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.fold.Checkpoint;
import io.playcaller.health.fold.DedupWindow;
import io.playcaller.health.fold.FactScope;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One partition, owned: folds its records in order and stores what comes of it, at most one work at a time. Offsets below the checkpoint only rebuild
 * the window of seen facts. When anything is thrown here, the whole object is thrown away: nothing in it is truth.
 */
public final class PartitionFold {

    /** In four bytes each they still fit into a key of an index. */
    private static final int MAX_ID_CHARS = 512;

    /**
     * What is being stored.
     *
     * @param to the offset at which the checkpoint stands then
     */
    private record OnItsWay(FoldStore.Storing storing, long to, long beganNanos) {}

    private final int partition;
    private final long epoch;
    private final FoldParts parts;
    private final DedupWindow window;
    private final AccountSteps accounts;
    private final BroadcastFold broadcasts;
    private final Release release;

    private LogState log;
    private long position;
    private long stored;
    private Work work = new Work();
    private @Nullable OnItsWay onItsWay;
    private BroadcastFold.@Nullable Run unfinished;

    PartitionFold(int partition, FoldStore.Claim claim, FoldParts parts) {
        this.partition = partition;
        this.epoch = claim.epoch();
        this.parts = parts;
        this.window =
                new DedupWindow(parts.limits().dedupWindow(), claim.checkpoint().dedupOffset());
        this.accounts = new AccountSteps(partition, claim, parts);
        this.broadcasts = new BroadcastFold(partition, parts, accounts);
        this.release = new Release(parts, accounts);
        this.log = claim.checkpoint().log();
        this.position = claim.checkpoint().nextOffset();
        this.stored = position;
    }

    /**
     * Says in the log which model is in force, where it does not know one, or one of which nobody has the files. The checkpoint
     * says so at once: what comes before the log's own word is read is folded by the same model, whoever folds it. Its id
     * is derived, and folding it twice changes nothing.
     */
    void announceModel() {
        if (!parts.engines().known(log)) {
            ModelActivated active = parts.engines().active();
            believe(active);
            work.activate(active);
            flush();
        }
    }

    /** The claim of a partition said so, and its checkpoint knew, before the log brought it; stored with what is folded next. */
    public void believe(ModelActivated said) {
        log = log.fold(Event.of(Envelope.own("", "health-service", log.now(), null, 0), said));
    }

    /** Folds records that follow each other in the log, all of them, and stores what came of them. */
    public void fold(List<LogEntry> entries) {
        fold(entries, () -> false);
    }

    /**
     * Folds records that follow each other in the log, and stores what came of them. One that concerns many accounts is left
     * half done when time is up: what it did so far is stored, the checkpoint stands at it, and the next call must go on
     * with it.
     *
     * @param enough whether time is up; asked after each slice of accounts, of which one is always done
     * @return how many of the records are done with; fewer than all only where one is left half done
     */
    public int fold(List<LogEntry> entries, BooleanSupplier enough) {
        int done = begin(entries, enough);
        settle();
        return done;
    }

    /**
     * The same, but what came of the last of them may still be on its way into the store: until {@link #settle()} has returned
     * nothing but {@link #nextOffset()} may be asked of this object.
     */
    public int begin(List<LogEntry> entries, BooleanSupplier enough) {
        if (onItsWay != null) {
            throw new IllegalStateException("partition " + partition + " is folded before its last work is stored");
        }
        accounts.shadow().look();
        accounts.prepare(accountsOf(entries));
        int done = 0;
        while (done < entries.size() && foldNext(entries.get(done), enough)) {
            done++;
        }
        if (position > stored || unfinished != null) {
            send();
        }
        return done;
    }

    /** Returns when all that came of what was folded is stored, and throws what storing it threw. */
    public void settle() {
        OnItsWay sent = onItsWay;
        if (sent == null) {
            return;
        }
        sent.storing().await();
        parts.metrics().storeTook(Duration.ofNanos(System.nanoTime() - sent.beganNanos()));
        onItsWay = null;
        stored = sent.to();
        work = new Work();
        accounts.trim(work);
    }

    private boolean foldNext(LogEntry entry, BooleanSupplier enough) {
        if (unfinished == null) {
            boolean first = !(entry instanceof LogEntry.Fact fact) || firstSeen(fact);
            if (entry.offset() < position) {
                return true;
            }
            fold(entry, first);
        }
        if (unfinished != null && !goOn(unfinished, enough)) {
            return false;
        }
        position = entry.offset() + 1;
        return true;
    }

    private boolean goOn(BroadcastFold.Run run, BooleanSupplier enough) {
        if (!run.through(work, this::flush, enough)) {
            return false;
        }
        unfinished = null;
        log = run.after();
        return true;
    }

    private boolean firstSeen(LogEntry.Fact fact) {
        Event<?> event = fact.event();
        Instant tick = event.data() instanceof ClockTicked ticked ? ticked.at() : null;
        return window.firstSeen(
                fact.offset(), event.envelope().source(), event.envelope().id(), tick);
    }

    private void fold(LogEntry entry, boolean first) {
        if (entry instanceof LogEntry.Unreadable unreadable) {
            work.letter(letter(entry, unreadable.fault()));
            parts.metrics().unreadable();
        } else if (!(entry instanceof LogEntry.Fact fact)) {
            parts.metrics().unknownType();
        } else if (first) {
            fold(fact);
            parts.metrics().folded();
        } else {
            parts.metrics().duplicate();
        }
    }

    private void fold(LogEntry.Fact fact) {
        switch (FactScope.of(fact.event().type())) {
            case ACCOUNT -> foldAccountFact(fact);
            case LOG -> unfinished = broadcasts.of(fact, log);
            case NONE -> parts.metrics().unknownType();
        }
    }

    private void foldAccountFact(LogEntry.Fact fact) {
        String accountId = accountOf(fact);
        if (accountId == null) {
            work.letter(letter(fact, withoutAccount(fact)));
            parts.metrics().unreadable();
            return;
        }
        LogState known = log;
        if (fact.event().data() instanceof QuarantineReleased) {
            release(accountId, fact);
        } else {
            HealthEngine engine = parts.engines().of(known);
            accounts.apply(accountId, fact, state -> engine.apply(state, known, fact.event()), known, work);
        }
    }

    /** What is not stored yet is stored first, so that all that waits can be read. */
    private void release(String accountId, LogEntry.Fact fact) {
        if (accounts.inQuarantine(accountId)) {
            release.of(accountId, fact, log, flush());
        }
    }

    /**
     * Stores the work so far; the checkpoint moves to the record that is in work, so that a restart folds that one again
     * from its beginning.
     *
     * @return the work to go on with
     */
    private Work flush() {
        send();
        settle();
        return work;
    }

    private void send() {
        Checkpoint to = new Checkpoint(position, window.startOffset(), log);
        FoldStore.Move move = new FoldStore.Move(partition, epoch, stored, to);
        accounts.shadow().score(work);
        long began = System.nanoTime();
        FoldStore.Storing storing =
                parts.store().begin(move, work, () -> parts.committed().accept(partition));
        onItsWay = new OnItsWay(storing, position, began);
    }

    private Set<String> accountsOf(List<LogEntry> entries) {
        Set<String> ids = new LinkedHashSet<>();
        for (LogEntry entry : entries) {
            if (entry.offset() >= position && entry instanceof LogEntry.Fact fact) {
                String accountId = accountOf(fact);
                if (accountId != null) {
                    ids.add(accountId);
                }
            }
        }
        return ids;
    }

    /** Null for what concerns no account, and for an id that PostgreSQL could not hold. */
    private static @Nullable String accountOf(LogEntry.Fact fact) {
        String id = fact.event().envelope().accountId();
        boolean ofAccount = FactScope.of(fact.event().type()) == FactScope.ACCOUNT;
        return ofAccount && id != null && id.length() <= MAX_ID_CHARS && id.indexOf('\0') < 0 ? id : null;
    }

    private static Fault withoutAccount(LogEntry.Fact fact) {
        return Fault.field(
                "fact.without_account",
                EventCodec.ACCOUNT_ID,
                "the id of the account that a %s is about, at most %d characters and no NUL"
                        .formatted(fact.event().type().wire(), MAX_ID_CHARS),
                Objects.requireNonNullElse(fact.event().envelope().accountId(), "absent"));
    }

    private DeadLetter letter(LogEntry entry, Fault fault) {
        return entry.original().letter(Place.HEALTH, "", fault, log.now());
    }

    public long epoch() {
        return epoch;
    }

    /** First offset that is not folded. */
    public long nextOffset() {
        return position;
    }

    /** Where reading must begin, so that the window of seen facts is whole at {@link #nextOffset()}. */
    public long readFrom() {
        return window.startOffset();
    }

    /** The log's time here. */
    public Instant logTime() {
        return log.now();
    }
}
