package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.MovementKind;
import io.playcaller.contracts.register.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts, policies and splits as tests write them. */
final class Credits {

    static final LocalDate START = LocalDate.of(2025, 1, 1);
    static final LocalDate RENEWED = LocalDate.of(2026, 1, 1);

    static final CreditRule RULE = new CreditRule(
            Map.of("account-manager", 100),
            List.of(
                    Map.of("csm", 70, "account-manager", 30),
                    Map.of("csm", 50, "account-manager", 50),
                    Map.of("csm", 100)),
            new CreditRule.Overlay(Set.of("csm", "solutions-engineer"), 25, 50),
            150);

    static final CreditPolicy POLICY =
            new CreditPolicy("2025-1", START, Map.of(MovementKind.RENEWAL, RULE, MovementKind.EXPANSION, RULE));

    static final List<Owner> OWNERS = List.of(
            new Owner("account-manager", "amy", START, LocalDate.of(2026, 1, 1)),
            new Owner("account-manager", "abe", LocalDate.of(2026, 1, 1), null),
            new Owner("csm", "cleo", START, null));

    private Credits() {}

    static CreditShare base(String staff, String role, int percent) {
        return new CreditShare(staff, role, percent, false);
    }

    static CreditShare overlay(String staff, String role, int percent) {
        return new CreditShare(staff, role, percent, true);
    }

    static ContractMovement moves(String id, MovementKind kind, LocalDate on, long delta) {
        return new ContractMovement(id, kind, on, new Money(delta, "EUR"), null, null);
    }

    static ContractRecord contract(@Nullable LocalDate closedOn, ContractMovement... movements) {
        ContractLine line = new ContractLine("l", "core", new Money(1_000_01, "EUR"), 10, START, RENEWED.plusYears(1));
        return new ContractRecord(
                "c",
                "acme",
                1,
                START,
                START,
                RENEWED.plusYears(1),
                false,
                0,
                null,
                closedOn,
                List.of(line),
                List.of(movements),
                null);
    }

    static CreditSplit split(MovementKind kind, LocalDate from, @Nullable String late, CreditShare... shares) {
        return new CreditSplit(
                UUID.nameUUIDFromBytes(
                        (kind + "/" + from + "/" + late).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "c",
                kind,
                from,
                List.of(shares),
                "2025-1",
                Instant.parse("2025-12-01T09:00:00Z"),
                "ops",
                late);
    }

    static CreditBooks books(CreditSplit... splits) {
        return new CreditBooks(List.of(POLICY), List.of(splits), OWNERS);
    }
}
