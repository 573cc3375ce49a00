package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.register.Owner;
import io.playcaller.health.engine.fact.Account;
import io.playcaller.health.engine.fact.History;
import io.playcaller.health.engine.fact.Owners;
import io.playcaller.health.engine.fact.Register;
import java.util.List;

/** The account as it stands, for whoever gets a signal. */
final class Snapshots {

    private Snapshots() {}

    /** An account that the register does not know yet goes by its id. */
    static AccountSnapshot of(Turn turn) {
        Register register = turn.now().context().view().facts().register();
        History<Account> account = register.account();
        History<Owners> owners = register.owners();
        String name =
                account == null ? turn.accountId() : account.newest().value().name();
        String zone = account == null ? "" : account.newest().value().zone();
        List<Owner> list = owners == null ? List.of() : owners.newest().value().list();
        return new AccountSnapshot(
                name,
                zone.isEmpty() ? null : zone,
                turn.now().profile(),
                list,
                account == null ? 0 : account.newest().order(),
                owners == null ? 0 : owners.newest().order());
    }
}
