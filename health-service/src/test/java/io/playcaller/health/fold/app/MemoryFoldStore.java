package io.playcaller.health.fold.app;

import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.Checkpoint;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.ParkedFact;
import io.playcaller.health.fold.StoredAccount;
import io.playcaller.health.fold.UnreadableState;
import io.playcaller.health.fold.Work;
import io.playcaller.health.fold.Work.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A {@link FoldStore} in memory, which keeps states as bytes as the real one does, and fails when told to. */
public final class MemoryFoldStore implements FoldStore {

    private record Stored(byte[] state, long rev, int partition) {}

    private record Place(long epoch, Checkpoint checkpoint) {}

    private final StateCodec codec = new StateCodec();
    private final Map<Integer, UUID> logIds = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();
    private final TreeMap<String, Stored> accounts = new TreeMap<>();
    private final Map<String, Integer> quarantined = new HashMap<>();
    private final Map<String, TreeMap<Long, Parked>> parked = new HashMap<>();
    private final List<Work> works = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();
    private int storesUntilCrash = Integer.MAX_VALUE;
    private boolean storesOnTheirWay;

    /** After so many further works the next is lost, as if the process died before its commit. */
    public void crashAfter(int works) {
        storesUntilCrash = works;
    }

    /** From now on nothing is stored before somebody waits for it. */
    public void storeLate() {
        storesOnTheirWay = true;
    }

    /** Everything that was committed, in order. */
    public List<Work> works() {
        return works;
    }

    /** Accounts that were read, in order. */
    public List<String> loaded() {
        return loaded;
    }

    /** Ids, revisions and bytes of all states. */
    public Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        accounts.forEach((id, stored) ->
                states.put(id, stored.rev() + ":" + java.util.HexFormat.of().formatHex(stored.state())));
        return states;
    }

    /**
     * What readers keep of what was announced: of each revision and transition one, which was the same if it was announced
     * twice, and of each letter the last.
     */
    public Map<String, Record> announced() {
        Map<String, Record> announced = new TreeMap<>();
        for (Work work : works) {
            work.changes().forEach(it -> keep(announced, it.health().accountId() + "/" + it.rev(), it.health()));
            work.signals()
                    .forEach(it -> keep(
                            announced,
                            it.signal().episodeId() + "/" + it.signal().transition(),
                            it.signal()));
            work.letters().forEach(it -> announced.put(it.letterId(), it));
        }
        return announced;
    }

    private static void keep(Map<String, Record> announced, String key, Record said) {
        Record before = announced.put(key, said);
        if (before != null && !before.equals(said)) {
            throw new AssertionError(key + " was announced as " + before + ", and again as " + said);
        }
    }

    /** Accounts in quarantine, each with the offsets of what waits for it. */
    public Map<String, Set<Long>> waiting() {
        Map<String, Set<Long>> waiting = new TreeMap<>();
        quarantined.keySet().forEach(id -> waiting.put(id, parked.get(id).keySet()));
        return waiting;
    }

    public Checkpoint checkpoint(int partition) {
        return places.get(partition).checkpoint();
    }

    @Override
    public Claim claim(int partition, UUID logId, long logStart) {
        UUID known = logIds.putIfAbsent(partition, logId);
        if (known != null && !known.equals(logId)) {
            throw new LogMismatchException("the checkpoint is of another topic of this name");
        }
        Place before =
                places.getOrDefault(partition, new Place(0, new Checkpoint(logStart, logStart, LogState.start())));
        Place now = new Place(before.epoch() + 1, before.checkpoint());
        places.put(partition, now);
        Map<String, Instant> boundaries = new HashMap<>();
        Set<String> sick = new HashSet<>();
        quarantined.forEach((id, of) -> {
            if (of == partition) {
                sick.add(id);
            }
        });
        accounts.forEach((id, stored) -> {
            boolean waits = stored.partition() == partition && !sick.contains(id);
            if (waits && read(stored) instanceof Held held && held.state().nextBoundary() != null) {
                boundaries.put(id, held.state().nextBoundary());
            }
        });
        return new Claim(now.epoch(), now.checkpoint(), boundaries, sick);
    }

    @Override
    public Map<String, StoredAccount> load(Collection<String> accountIds) {
        Map<String, StoredAccount> found = new HashMap<>();
        loaded.addAll(accountIds);
        for (String id : accountIds) {
            Stored stored = accounts.get(id);
            if (stored != null) {
                found.put(id, read(stored));
            }
        }
        return found;
    }

    private StoredAccount read(Stored stored) {
        try {
            return new Held(codec.decode(stored.state()), stored.rev());
        } catch (IllegalArgumentException e) {
            return new UnreadableState(e.getMessage());
        }
    }

    /** The stored state of the account is these bytes from now on. */
    public void put(int partition, String accountId, byte[] state) {
        Stored before = accounts.get(accountId);
        accounts.put(accountId, new Stored(state, before == null ? 1 : before.rev(), partition));
    }

    @Override
    public List<String> accountsAfter(int partition, String accountId, int limit) {
        return accounts.tailMap(accountId, false).entrySet().stream()
                .filter(entry -> entry.getValue().partition() == partition)
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
    }

    /** What waits is from now on this fact: as if a newer version could fold it. */
    public void mend(String accountId, LogEntry.Fact fact) {
        parked.get(accountId).computeIfPresent(fact.offset(), (offset, old) -> new Parked(accountId, fact, old.log()));
    }

    @Override
    public List<ParkedFact> parkedAfter(String accountId, long offset, int limit) {
        return parked.getOrDefault(accountId, new TreeMap<>()).tailMap(offset, false).values().stream()
                .limit(limit)
                .map(waiting -> new ParkedFact(waiting.fact(), codec.decodeLog(codec.encode(waiting.log()))))
                .toList();
    }

    @Override
    public Storing begin(Move move, Work work, Runnable committed) {
        if (storesOnTheirWay) {
            return () -> commit(move, work, committed);
        }
        commit(move, work, committed);
        return () -> {};
    }

    private void commit(Move move, Work work, Runnable committed) {
        if (storesUntilCrash-- <= 0) {
            throw new IllegalStateException("crashed before the commit");
        }
        Place place = places.get(move.partition());
        if (place.epoch() != move.epoch() || place.checkpoint().nextOffset() != move.expectedOffset()) {
            throw new TakenOverException("partition " + move.partition() + " is elsewhere");
        }
        for (Work.AccountRow row : work.accounts()) {
            Stored stored = accounts.get(row.accountId());
            if (row.priorRev() != (stored == null ? 0 : stored.rev())) {
                throw new TakenOverException(row.accountId() + " stands at another revision");
            }
        }
        for (Work.AccountRow row : work.accounts()) {
            byte[] state = codec.encode(row.held().state());
            accounts.put(row.accountId(), new Stored(state, row.held().rev(), move.partition()));
        }
        work.released().forEach(account -> {
            quarantined.remove(account.accountId());
            parked.getOrDefault(account.accountId(), new TreeMap<>())
                    .headMap(account.folded(), true)
                    .clear();
        });
        work.parked()
                .forEach(waiting -> parked.computeIfAbsent(waiting.accountId(), id -> new TreeMap<>())
                        .put(waiting.fact().offset(), waiting));
        work.quarantined().forEach(account -> quarantined.put(account.accountId(), move.partition()));
        places.put(move.partition(), new Place(place.epoch(), move.to()));
        works.add(work);
        committed.run();
    }
}
