package io.playcaller.cli.identity;

import io.playcaller.cli.Installation;
import io.playcaller.cli.ListLimit;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.cli.clock.BusinessTime;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.quickstart.Home;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code domains}. */
@Command(
        name = "domains",
        description =
                "E-mail domains that accounts claim: who writes from them is of the account unless told otherwise.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | claim | end)")
public final class DomainsCommand {

    private final Home home;

    @Spec
    private CommandSpec spec;

    public DomainsCommand(Home home) {
        this.home = home;
    }

    @Command(name = "list", description = "Claims by domain, also past ones.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--account", paramLabel = "ACCOUNT", description = "of one account") @Nullable
                    String account,
            @Mixin ListLimit limit) {
        int most = limit.value();
        Terminal.of(spec)
                .printable(DomainClaims.lines(
                        IdentityDoors.of(Installation.running(home)).domains(account, most)));
        return 0;
    }

    @Command(name = "claim", description = "Claim a domain for an account.", mixinStandardHelpOptions = true)
    int claim(
            @Parameters(paramLabel = "DOMAIN", description = "such as acme.example; what is below it is claimed, too")
                    String domain,
            @Option(names = "--account", required = true, paramLabel = "ACCOUNT") String account,
            @Option(names = "--from", paramLabel = "DAY", description = "the first day, UTC; today if not given")
                    @Nullable
                    LocalDate from,
            @Option(names = "--until", paramLabel = "DAY", description = "the first day that it is no longer so")
                    @Nullable
                    LocalDate until) {
        Installation here = Installation.running(home);
        IdentityDoors doors = IdentityDoors.of(here);
        LocalDate first = from == null ? today(here) : from;
        DomainRecord wanted = new DomainRecord(domain, account, 0, first, until);
        DomainRecord claim = doors.put(DomainClaims.claimed(wanted, doors.domain(domain)));
        Terminal.of(spec)
                .printable(List.of("%s claims %s from %s on%s; who said an address of it, and no account, is of it."
                        .formatted(
                                claim.accountId(),
                                claim.domain(),
                                claim.from(),
                                claim.until() == null ? "" : " until " + claim.until())));
        return 0;
    }

    @Command(
            name = "end",
            description = "End the claim of a domain. Who was placed by it stays, until somebody says an account.",
            mixinStandardHelpOptions = true)
    int end(
            @Parameters(paramLabel = "DOMAIN") String domain,
            @Option(
                            names = "--on",
                            paramLabel = "DAY",
                            description = "the first day that it is no longer so, UTC; today if not given")
                    @Nullable
                    LocalDate on) {
        Installation here = Installation.running(home);
        IdentityDoors doors = IdentityDoors.of(here);
        DomainRecord stored = doors.domain(domain).orElseThrow(() -> new Refused("no account ever claimed " + domain));
        DomainRecord ended = doors.put(DomainClaims.ended(stored, on == null ? today(here) : on));
        Terminal.of(spec)
                .printable(List.of("%s does not claim %s any more from %s on; who was placed by it stays."
                        .formatted(ended.accountId(), ended.domain(), ended.until())));
        return 0;
    }

    private static LocalDate today(Installation here) {
        return LocalDate.ofInstant(new BusinessTime(here.settings()).instant(), ZoneOffset.UTC);
    }
}
