package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigFolder;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.contracts.Ids;
import io.playcaller.router.digital.MessageTemplate;
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
 * The files of the router: those in a directory, and for each that is not there the one that ships. One that says {@code from:
 * shipped} says only what differs from that. Read and checked together; with one fault in one of them none counts.
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
    private static final String MESSAGES = "messages.yaml";

    /** All of them. */
    static final List<String> NAMES =
            List.of(HOLIDAYS, CALENDARS, ROLES, SLA, PLAYS, DIRECTORY, WINDOWS, COVERAGE, MESSAGES);

    private static final ConfigFolder FOLDER =
            new ConfigFolder("playcaller.router.config-dir", NAMES, RuleFiles.class, "/router/");

    private static final ConfigFiles SHIPPED = FOLDER.read(Optional.empty());

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

        /** With the files of another directory in place of these: texts by file name. What was said of our people stays. */
        public Contents withFiles(Map<String, String> texts) {
            return new Contents(FOLDER.read(texts), IcsFiles.of(texts), people);
        }

        /** The same with another {@code plays.yaml}. */
        public Contents withPlays(String content) {
            Map<String, ConfigFiles.Text> texts = new HashMap<>(files.texts());
            texts.put(PLAYS, new ConfigFiles.Text(PLAYS, content));
            return new Contents(new ConfigFiles(texts, files.faults()), ics, people);
        }

        /** A file, on top of the one that ships where it says so. */
        private YamlMap parse(String name, ConfigProblems problems) {
            return FromShipped.joined(files.parse(name, problems), () -> SHIPPED.parse(name, problems));
        }

        /** Equal texts and faults, the same that ships and the same public holidays, equal version. */
        public String version() {
            return Ids.derived(
                            "router-rules",
                            new TreeMap<>(files.texts()),
                            new TreeMap<>(SHIPPED.texts()),
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
                    parse(CALENDARS, problems), HolidaysFile.read(parse(HOLIDAYS, problems)), ics.days(problems));
            RoleChains roles = RolesFile.read(parse(ROLES, problems));
            SlaTable sla = SlaFile.read(parse(SLA, problems), roles);
            Map<String, MessageTemplate> messages = MessagesFile.read(files.parse(MESSAGES, problems));
            PlayBook plays =
                    PlaysFile.read(parse(PLAYS, problems), SHIPPED.parse(PLAYS, problems), roles, sla, messages);
            List<MaintenanceWindow> windows = WindowsFile.read(files.parse(WINDOWS, problems), plays);
            Coverage coverage = CoverageFile.read(parse(COVERAGE, problems), roles);
            Optional<Directory> staff = calendars.map(
                    known -> DirectoryFile.read(files.parse(DIRECTORY, problems), people, roles, known, problems));
            if (problems.isEmpty()) {
                SlaFile.checkPlays(parse(SLA, problems), plays);
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
