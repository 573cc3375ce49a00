package io.playcaller.health.judgement.app;

import io.playcaller.health.judgement.OverrideTerms;
import io.playcaller.health.judgement.OverrideView;
import io.playcaller.health.judgement.PulseView;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What our own people say of accounts. Each is a fact of the account in the log, written in the transaction that keeps the
 * words; whoever owns the partition folds it in its turn, so any replica may be asked. Of one account, what was said later has
 * the later time.
 */
public interface Judgements {

    /** Overrides of an account that are listed, at most. */
    int MOST = 100;

    /** Newest first; empty when nothing was ever heard of the account. */
    Uni<Optional<List<OverrideView>>> overrides(String accountId);

    /** Overrides that are listed of authors, at most. */
    int MOST_OF_AUTHORS = 1_000;

    /** What these made and is in force, by account; whoever leaves is asked for by all names under which they logged in. */
    Uni<List<OverrideView>> inForceBy(Collection<String> authors);

    /** The one of the same measure, or of the score, that was in force is replaced. Empty when the account is not known. */
    Uni<Optional<OverrideView>> set(String accountId, OverrideTerms terms, String staffId);

    /** As it stands afterwards, or stood: one that was over stays as it was. Empty when there is no such override. */
    Uni<Optional<Cleared>> clear(String accountId, UUID overrideId, String staffId);

    /** Forgets the words of an override, in force or over. Empty when there is no such override. */
    Uni<Optional<OverrideView>> forgetWords(String accountId, UUID overrideId, String staffId);

    /** Empty when the account is not known. */
    Uni<Optional<PulseView>> pulse(String accountId, int pulse, String staffId);

    /** @param now whether this ended it; it was over before where not */
    record Cleared(OverrideView override, boolean now) {}
}
