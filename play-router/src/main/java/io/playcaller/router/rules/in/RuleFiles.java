package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigFolder;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.contracts.Ids;
import io.playcaller.router.play.PlayBook;
import io.playcaller.router.rules.Calendars;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.silence.MaintenanceWindow;
import io.playcaller.router.sla.SlaTable;
import io.playcaller.router.staff.Coverage;
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
    private static final String WINDOWS = "windows.yaml";
    private static final String COVERAGE = "coverage.yaml";

    /** All of them. */
    static final List<String> NAMES = List.of(HOLIDAYS, CALENDARS, ROLES, SLA, PLAYS, DIRECTORY, WINDOWS, COVERAGE);

    private static final ConfigFolder FOLDER =
            new ConfigFolder("playcaller.router.config-dir", NAMES, RuleFiles.class, "/router/");

    private final Optional<Path> directory;

    public RuleFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /** What the files say now, where nothing was said over HTTP. */
    public Contents contents() {
        return contents(Map.of());
    }

    /** @param people what was said over HTTP of our people: JSON by staff id */
    public Contents contents(Map<String, String> people) {
        return new Contents(FOLDER.read(directory), IcsFiles.read(directory), new TreeMap<>(people));
    }

    /** The texts of all files at one time, and what was said over HTTP of our people. */
    public record Contents(ConfigFiles files, IcsFiles ics, Map<String, String> people) {

        /** The same with another {@code plays.yaml}. */
        public Contents withPlays(String content) {
            Map<String, ConfigFiles.Text> texts = new HashMap<>(files.texts());
            texts.put(PLAYS, new ConfigFiles.Text(PLAYS, content));
            return new Contents(new ConfigFiles(texts, files.faults()), ics, people);
        }

        /** Equal texts and faults and the same public holidays, equal version. */
        public String version() {
            return Ids.derived(
                            "router-rules",
                            new TreeMap<>(files.texts()),
                            files.faults(),
                            ics,
                            PublicHolidays.VERSION,
                            people)
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
            List<MaintenanceWindow> windows = WindowsFile.read(files.parse(WINDOWS, problems), plays);
            Coverage coverage = CoverageFile.read(files.parse(COVERAGE, problems), roles);
            Optional<Directory> staff = calendars.map(
                    known -> DirectoryFile.read(files.parse(DIRECTORY, problems), people, roles, known, problems));
            if (problems.isEmpty()) {
                SlaFile.checkPlays(files.parse(SLA, problems), plays);
            }
            if (calendars.isEmpty() && problems.isEmpty()) {
                problems.add(new ConfigProblem(CALENDARS, 1, "standard", "names no calendar", "name one"));
            }
            problems.orThrow();
            return new RouterRules(
                    version(), calendars.orElseThrow(), roles, plays, sla, staff.orElseThrow(), windows, coverage);
        }

        /**
         * Our people as they would be by these contents, under rules that hold already.
         *
         * @throws io.playcaller.chassis.yaml.ConfigException listing every fault
         */
        public Directory directory(RouterRules rules) {
            ConfigProblems problems = new ConfigProblems();
            Directory staff = DirectoryFile.read(
                    files.parse(DIRECTORY, problems), people, rules.roles(), rules.calendars(), problems);
            problems.orThrow();
            return staff;
        }

        /** The same files with something else said of our people. */
        public Contents withPeople(Map<String, String> others) {
            return new Contents(files, ics, new TreeMap<>(others));
        }
    }
}
