package io.playcaller.router.theme.out;

import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.theme.SharedIssue.Account;
import io.playcaller.router.theme.SharedIssue.Report;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Themes of open signals about tickets that keep coming back. */
@ApplicationScoped
public class PgThemes {

    /** Not what somebody said is nothing, nor what an import found and nobody has released. The conditions are those of an index. */
    private static final String REPORTS = """
            select told.theme, signal.account_id, coalesce(account.name, signal.account_id)
            from signal
            cross join lateral jsonb_array_elements_text(signal.body -> 'themes') as told (theme)
            left join account on account.account_id = signal.account_id
            where signal.open and signal.body ->> 'reason' = 'sup.recurring'
              and signal.account_id is not null and signal.status not in ('DISCARDED', 'TRIAGE')""";

    public Uni<List<Report>> reports(Transaction tx) {
        return tx.connection().query(REPORTS).execute().map(rows -> {
            List<Report> reports = new ArrayList<>();
            rows.forEach(
                    row -> reports.add(new Report(row.getString(0), new Account(row.getString(1), row.getString(2)))));
            return reports;
        });
    }
}
