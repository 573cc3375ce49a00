package io.playcaller.forecast.meeting;

import io.playcaller.forecast.meeting.Section.Meaning;
import io.playcaller.forecast.renewal.Categories;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where forecasts say that money is at risk. */
public final class ForecastSections {

    private static final Meaning RISKS = new Meaning(
            "top-risks",
            "Largest contracts at risk",
            "contracts that are open and in category at-risk or lost when the packet is made, by the final call, which is the manager's, else the CSM's, else the "
                    + "model's; currency by currency, most ARR that it does not expect to keep first",
            "contract",
            Section.EACH_BY_ITSELF);

    private ForecastSections() {}

    /** What is most likely lost. */
    public static Section risks(List<ContractAtRisk> now, Faces faces) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        now.stream()
                .sorted(Comparator.comparingLong(ContractAtRisk::lost)
                        .reversed()
                        .thenComparing(ContractAtRisk::contractId))
                .forEach(contract -> rows.add(Arrays.asList(
                        contract.contractId(),
                        faces.name(contract.accountId()),
                        faces.owner(contract.accountId()),
                        Categories.key(contract.category()),
                        contract.by(),
                        contract.arr().currency(),
                        contract.arr().minor(),
                        contract.lost(),
                        contract.renews() == null ? null : Figures.share(contract.renews()))));
        return Section.byMoney(
                RISKS,
                List.of("contractId", "account", "owner", "category", "by", "currency", "arr", "atRisk", "renews"),
                rows);
    }
}
