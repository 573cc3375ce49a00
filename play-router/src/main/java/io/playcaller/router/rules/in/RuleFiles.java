package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigFolder;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.contracts.Ids;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.rules.Calendars;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.RoleChains;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of the router: those in a directory, and for each that is not there the one that ships. Read and checked
 * together; with one fault in one of them none counts.
 */
public final class RuleFiles {

    private static final String HOLIDAYS = "holidays.yaml";
    private static final String CALENDARS = "calendars.yaml";
    private static final String ROLES = "roles.yaml";
    private static final String SLA = "sla.yaml";
    private static final String PLAYS = "plays.yaml";
    private static final String DIRECTORY = "directory.yaml";

    /** All of them. */
    static final List<String> NAMES = List.of(HOLIDAYS, CALENDARS, ROLES, SLA, PLAYS, DIRECTORY);

    private static final ConfigFolder FOLDER =
            new ConfigFolder("playcaller.router.config-dir", NAMES, RuleFiles.class, "/router/");

    private final Optional<Path> directory;

    public RuleFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /** What the files say now. */
    public Contents contents() {
        return new Contents(FOLDER.read(directory), IcsFiles.read(directory));
    }

    /** The texts of all files at one time. */
    public record Contents(ConfigFiles files, IcsFiles ics) {

        /** The same with another {@code plays.yaml}. */
        public Contents withPlays(String content) {
            Map<String, ConfigFiles.Text> texts = new HashMap<>(files.texts());
            texts.put(PLAYS, new ConfigFiles.Text(PLAYS, content));
            return new Contents(new ConfigFiles(texts, files.faults()), ics);
        }

        /** Equal texts and faults and the same public holidays, equal version. */
        public String version() {
            return Ids.derived(
                            "router-rules", new TreeMap<>(files.texts()), files.faults(), ics, PublicHolidays.VERSION)
                    .toString();
        }

        /** @throws io.playcaller.chassis.yaml.ConfigException listing every fault of every file */
        public RouterRules read() {
            ConfigProblems problems = new ConfigProblems();
            problems.addAll(files.faults());
            Optional<Calendars> calendars = CalendarsFile.read(
                    files.parse(CALENDARS, problems),
                    HolidaysFile.read(files.parse(HOLIDAYS, problems)),
                    ics.days(problems));
            RoleChains roles = RolesFile.read(files.parse(ROLES, problems));
            SlaTable sla = SlaFile.read(files.parse(SLA, problems), roles);
            PlayBook plays = PlaysFile.read(files.parse(PLAYS, problems), roles, sla);
            Optional<Directory> people =
                    calendars.map(known -> DirectoryFile.read(files.parse(DIRECTORY, problems), roles, known));
            if (problems.isEmpty()) {
                SlaFile.checkPlays(files.parse(SLA, problems), plays);
            }
            if (calendars.isEmpty() && problems.isEmpty()) {
                problems.add(new ConfigProblem(CALENDARS, 1, "standard", "names no calendar", "name one"));
            }
            problems.orThrow();
            return new RouterRules(version(), calendars.orElseThrow(), roles, plays, sla, people.orElseThrow());
        }
    }
}
