package io.playcaller.system;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Puts customers into the register: a year's contract in its seventh month, seats, and who of our people has them. */
final class Register {

    private final Answers answers;
    private final ServiceProcess ingest;
    private final LocalDate today;

    /** @param today of which the contracts are in their seventh month; the same for all that are compared */
    Register(Answers answers, ServiceProcess ingest, LocalDate today) {
        this.answers = answers;
        this.ingest = ingest;
        this.today = today;
    }

    void put(Customer customer) {
        String account = customer.account();
        String from = today.minusDays(200).toString();
        String until = today.plusDays(300).toString();
        answers.put(ingest, "/v1/accounts/" + account, Map.of("name", "The company " + account));
        Map<String, Object> line = Map.of(
                "lineId",
                account + "-line",
                "productId",
                "suite",
                "arr",
                Map.of("minor", 3_000_000, "currency", "USD"),
                "seats",
                customer.seats(),
                "startsOn",
                from,
                "endsOn",
                until);
        answers.put(
                ingest,
                "/v1/contracts/" + account + "-contract",
                Map.of(
                        "accountId",
                        account,
                        "signedOn",
                        from,
                        "startsOn",
                        from,
                        "endsOn",
                        until,
                        "autoRenew",
                        true,
                        "lines",
                        List.of(line)));
        answers.put(ingest, "/v1/accounts/" + account + "/owners", Map.of("owners", owners(customer, from)));
    }

    private static List<Map<String, String>> owners(Customer customer, String from) {
        return customer.owners().entrySet().stream()
                .map(owner -> Map.of("role", owner.getKey(), "staffId", owner.getValue(), "from", from))
                .toList();
    }
}
