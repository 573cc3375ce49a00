package io.playcaller.router.theme.app;

import io.playcaller.router.finding.Finding;
import io.playcaller.router.finding.app.FindingSource;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.theme.SharedIssue;
import io.playcaller.router.theme.out.PgThemes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Issues that keep coming back at several accounts, one finding a theme. */
@ApplicationScoped
class SharedIssues implements FindingSource {

    private final PgThemes themes;

    SharedIssues(PgThemes themes) {
        this.themes = themes;
    }

    @Override
    public String prefix() {
        return SharedIssue.PREFIX;
    }

    @Override
    public Uni<List<Finding>> look(Transaction tx) {
        return themes.reports(tx)
                .map(reports -> SharedIssue.in(reports).stream()
                        .map(SharedIssue::finding)
                        .toList());
    }
}
