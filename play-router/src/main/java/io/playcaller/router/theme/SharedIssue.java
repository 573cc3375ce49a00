package io.playcaller.router.theme;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An issue that comes back at several customers at once, which is the product's rather than theirs.
 *
 * @param theme of their tickets, as the support tool classifies it
 * @param accounts whose tickets of it keep coming back, in order of their ids
 */
public record SharedIssue(String theme, List<Account> accounts) {

    /** With which the keys of its findings begin. */
    public static final String PREFIX = "theme/";

    /** From so many accounts on. */
    private static final int SEVERAL = 3;

    /** So many are named. */
    private static final int NAMED = 50;

    public SharedIssue {
        accounts = List.copyOf(accounts);
    }

    /** One of them. */
    public record Account(String accountId, String name) {}

    /** That tickets of a theme keep coming back at an account. */
    public record Report(String theme, Account account) {}

    /** The issues that several accounts have, in order of their themes. */
    public static List<SharedIssue> in(List<Report> reports) {
        Map<String, Map<String, Account>> byTheme = new TreeMap<>();
        reports.forEach(report -> byTheme.computeIfAbsent(report.theme(), theme -> new TreeMap<>())
                .put(report.account().accountId(), report.account()));
        return byTheme.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= SEVERAL)
                .map(entry -> new SharedIssue(
                        entry.getKey(), List.copyOf(entry.getValue().values())))
                .toList();
    }

    /** What is told of it: an account that joins is news, and one more. */
    public Finding finding() {
        return new Finding(
                PREFIX + theme,
                Reason.SUP_RECURRING,
                Reason.SUP_RECURRING.severity(),
                accounts.stream().map(Account::accountId).collect(Collectors.joining(" ")),
                "The same issue keeps coming back at %d accounts: %s".formatted(accounts.size(), theme),
                named());
    }

    private List<String> named() {
        List<String> lines = new ArrayList<>();
        accounts.stream()
                .limit(NAMED)
                .forEach(account -> lines.add("%s (%s)".formatted(account.name(), account.accountId())));
        if (accounts.size() > NAMED) {
            lines.add("and %d more".formatted(accounts.size() - NAMED));
        }
        return lines;
    }
}
