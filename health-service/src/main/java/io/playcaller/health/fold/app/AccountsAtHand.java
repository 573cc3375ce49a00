package io.playcaller.health.fold.app;

import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.StoredAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The states that a partition's fold works on. They stay until they are stored and the work is done; then {@link StateCache}
 * keeps those that it has room for. Dropped whole with the partition whenever a transaction fails.
 */
final class AccountsAtHand {

    private final FoldStore store;
    private final Function<String, AccountState> fresh;
    private final StateCache.Of cache;
    private final Map<String, StoredAccount> hand = new HashMap<>();

    /** @param fresh makes the state of an account that nobody has heard of */
    AccountsAtHand(FoldStore store, Function<String, AccountState> fresh, StateCache.Of cache) {
        this.store = store;
        this.fresh = fresh;
        this.cache = cache;
    }

    /** Takes the states in hand, and reads those that are not in memory at once; they stay until {@link #trim}. */
    void prepare(Collection<String> accountIds) {
        List<String> missing = new ArrayList<>();
        for (String id : accountIds) {
            if (hand.containsKey(id)) {
                continue;
            }
            Held held = cache.get(id);
            if (held == null) {
                missing.add(id);
            } else {
                hand.put(id, held);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Map<String, StoredAccount> found = store.load(missing);
        for (String id : missing) {
            StoredAccount stored = found.get(id);
            hand.put(id, stored == null ? new Held(fresh.apply(id), 0) : stored);
        }
    }

    StoredAccount get(String accountId) {
        StoredAccount stored = hand.get(accountId);
        if (stored != null) {
            return stored;
        }
        prepare(List.of(accountId));
        return get(accountId);
    }

    void put(String accountId, Held held) {
        hand.put(accountId, held);
    }

    /** It is read again when it is needed next; nothing of it may be unstored. */
    void forget(String accountId) {
        hand.remove(accountId);
        cache.forget(accountId);
    }

    /**
     * Puts away what is in hand, but nothing {@code unstored}: what is in memory as the store has it may go at any time. What
     * cannot be read is read anew next time.
     */
    void trim(Predicate<String> unstored) {
        Iterator<Map.Entry<String, StoredAccount>> all = hand.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, StoredAccount> next = all.next();
            if (!unstored.test(next.getKey())) {
                all.remove();
                if (next.getValue() instanceof Held held) {
                    cache.put(next.getKey(), held);
                }
            }
        }
    }
}
