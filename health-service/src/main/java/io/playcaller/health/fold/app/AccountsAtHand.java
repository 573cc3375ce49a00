package io.playcaller.health.fold.app;

import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.StoredAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The states that a partition's fold holds in memory: those that the present work needs, and of the others what
 * {@link StateCache} has room for. Dropped whole with the partition whenever a transaction fails.
 */
final class AccountsAtHand {

    private final FoldStore store;
    private final Function<String, AccountState> fresh;
    private final StateCache.Of cache;

    /** @param fresh makes the state of an account that nobody has heard of */
    AccountsAtHand(FoldStore store, Function<String, AccountState> fresh, StateCache.Of cache) {
        this.store = store;
        this.fresh = fresh;
        this.cache = cache;
    }

    /** Reads the states that are not here, at once; they stay until {@link #trim}. */
    void prepare(Collection<String> accountIds) {
        List<String> missing = new ArrayList<>();
        for (String id : accountIds) {
            if (cache.get(id) == null) {
                missing.add(id);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Map<String, StoredAccount> found = new HashMap<>(store.load(missing));
        for (String id : missing) {
            StoredAccount stored = found.get(id);
            cache.put(id, stored == null ? new Held(fresh.apply(id), 0) : stored);
        }
    }

    StoredAccount get(String accountId) {
        StoredAccount stored = cache.get(accountId);
        if (stored != null) {
            return stored;
        }
        prepare(List.of(accountId));
        return get(accountId);
    }

    void put(String accountId, Held held) {
        cache.put(accountId, held);
    }

    /** It is read again when it is needed next; nothing of it may be unstored. */
    void forget(String accountId) {
        cache.forget(accountId);
    }

    /** Lets go of what exceeds the budget, but of nothing {@code unstored}: it must not be read again before it is. */
    void trim(Predicate<String> unstored) {
        cache.trim(unstored);
    }
}
