package io.playcaller.forecast.rules.in;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.contracts.Ids;
import io.playcaller.forecast.capacity.CapacityRules;
import io.playcaller.forecast.capacity.in.CapacityFile;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.config.Ruled;
import io.playcaller.forecast.credit.in.CreditFile;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.process.in.RenewalsFile;
import io.playcaller.forecast.rules.ForecastRules;
import java.util.TreeMap;

/** {@code renewals.yaml}, {@code capacity.yaml} and {@code credit.yaml}: with one fault in one of them none counts. */
public final class RuleFiles {

    private RuleFiles() {}

    /** Equal texts and faults, equal version. */
    public static String version(ConfigFiles files) {
        return Ids.derived("forecast-rules", new TreeMap<>(files.texts()), files.faults())
                .toString();
    }

    /** @throws io.playcaller.chassis.yaml.ConfigException listing every fault of every file */
    public static ForecastRules read(ConfigFiles files) {
        ConfigProblems problems = new ConfigProblems();
        problems.addAll(files.faults());
        RenewalProcess process = RenewalsFile.read(files.parse(ForecastFiles.RENEWALS, problems));
        CapacityRules capacity = CapacityFile.read(files.parse(ForecastFiles.CAPACITY, problems));
        CreditPolicy credit = CreditFile.read(files.parse(ForecastFiles.CREDIT, problems));
        problems.orThrow();
        return new ForecastRules(
                version(files),
                ruled(process, files, ForecastFiles.RENEWALS),
                ruled(capacity, files, ForecastFiles.CAPACITY),
                credit);
    }

    private static <T> Ruled<T> ruled(T rules, ConfigFiles files, String name) {
        String text = files.content(name);
        return new Ruled<>(rules, Ids.derived(name, text).toString(), text);
    }
}
