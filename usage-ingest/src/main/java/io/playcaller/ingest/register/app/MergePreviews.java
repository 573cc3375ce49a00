package io.playcaller.ingest.register.app;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.identity.app.Merges;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Merge;
import io.playcaller.ingest.register.MergePreview;
import io.playcaller.ingest.register.app.AccountMerges.Result;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** What merges would come to: refused by the same rules, and nothing is stored. */
@ApplicationScoped
public class MergePreviews {

    private final Register register;
    private final AccountMerges merges;
    private final Merges inForce;
    private final HoldingsOfAccounts holdings;

    MergePreviews(Register register, AccountMerges merges, Merges inForce, HoldingsOfAccounts holdings) {
        this.register = register;
        this.merges = merges;
        this.inForce = inForce;
        this.holdings = holdings;
    }

    /** As things stand on a day (UTC); somebody else may change them before the merge. */
    public Uni<Result> of(String accountId, String into, LocalDate on) {
        return inForce.inForce()
                .flatMap(merged -> mergedInto(accountId).flatMap(before -> {
                    Optional<Refusal> refusal = Merge.refusal(accountId, into, before.orElse(null), merged);
                    return refusal.isPresent()
                            ? Uni.createFrom().item(new Result.Refused(refusal.get()))
                            : of(accountId, into, merged, on);
                }));
    }

    private Uni<Optional<String>> mergedInto(String accountId) {
        return merges.of(accountId)
                .map(all -> all.stream()
                        .filter(merge -> merge.undoneAt() == null)
                        .map(Merge::into)
                        .findFirst());
    }

    private Uni<Result> of(String accountId, String into, MergedAccounts merged, LocalDate on) {
        return register.find(RegisterKey.account(accountId))
                .flatMap(account -> register.find(RegisterKey.account(into)).flatMap(target -> {
                    if (account.isEmpty() || target.isEmpty()) {
                        String missing = account.isEmpty() ? accountId : into;
                        return Uni.createFrom().item(new Result.Unknown("account", missing));
                    }
                    return preview(account.get(), into, merged, on).map(Result.Foreseen::new);
                }));
    }

    private Uni<MergePreview> preview(Entry account, String into, MergedAccounts merged, LocalDate on) {
        String accountId = account.accountId();
        return account.isMergedInto(into)
                ? Uni.createFrom().item(MergePreview.unchanged(accountId, into, merged))
                : holdings.of(accountId, into, on).map(held -> MergePreview.of(accountId, into, merged, held));
    }
}
