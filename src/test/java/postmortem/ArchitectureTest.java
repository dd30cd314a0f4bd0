package postmortem;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The floors of the house: a package uses lower floors only, and never the room next door.
 *
 * <p>Floors 0 to 3 know no threads, clock, console or database, so that the same code can run
 * inside a distributed engine.
 */
@AnalyzeClasses(packages = "postmortem", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String ROOT = "postmortem";

  private static final Set<String> FLOORS_0_TO_3 =
      Set.of(
          "event", "text", "evidence", "parser", "parser.*", "analysis", "analysis.*", "incident");

  /** A room, and the rooms that it may use; {@code parser.*} stands for each family by itself. */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          Map.entry("event", Set.of()),
          Map.entry("text", Set.of("event")),
          Map.entry("evidence", Set.of("event")),
          Map.entry("parser", Set.of("event", "text", "evidence")),
          Map.entry("analysis", Set.of("event", "evidence")),
          Map.entry("parser.*", Set.of("parser", "event", "text", "evidence")),
          Map.entry("analysis.*", Set.of("analysis", "event", "evidence")),
          Map.entry("incident", Set.of("analysis", "event", "evidence")),
          Map.entry("run", FLOORS_0_TO_3),
          Map.entry("report", Set.of("event", "text", "evidence", "analysis", "incident")),
          Map.entry("store", Set.of("event", "text", "evidence", "analysis", "incident")),
          Map.entry("shell", with(FLOORS_0_TO_3, "run", "report", "store")),
          Map.entry("run.spark", with(FLOORS_0_TO_3, "run")),
          Map.entry("cli", with(FLOORS_0_TO_3, "run", "report", "store", "shell", "run.spark")));

  /** Libraries by the start of their names, and the rooms that may use them. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("org.jspecify.", USES.keySet()),
          Map.entry(
              "it.unimi.dsi.fastutil.",
              Set.of(
                  "evidence", "parser", "parser.*", "analysis", "analysis.*", "incident", "run")),
          Map.entry("org.apache.commons.io.", Set.of("evidence")),
          Map.entry("org.apache.commons.compress.", Set.of("evidence")),
          Map.entry("org.tukaani.xz.", Set.of("evidence")),
          Map.entry("tools.jackson.", Set.of("report", "cli")),
          Map.entry("com.fasterxml.jackson.annotation.", Set.of("report", "cli")),
          Map.entry("gg.jte.", Set.of("report")),
          Map.entry("org.duckdb.", Set.of("store")),
          Map.entry("java.sql.", Set.of("store", "shell", "cli")),
          Map.entry("org.jline.", Set.of("shell")),
          Map.entry("org.apache.spark.", Set.of("run.spark")),
          Map.entry("scala.", Set.of("run.spark")),
          Map.entry("picocli.", Set.of("cli")));

  @ArchTest static final ArchRule floors = classes().should(useOnlyWhatTheTableAllows());

  @ArchTest
  static final ArchRule noCyclesBetweenPackages =
      slices().matching("postmortem.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest static final ArchRule libraries = classes().should(useLibrariesOnlyInTheirRooms());

  @ArchTest
  static final ArchRule onlyTheCommandLinePrintsOrExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("postmortem.cli..")
          .should()
          .accessTargetWhere(
              access(
                  "touches the console or ends the process",
                  Map.of(
                      "java.lang.System",
                          Set.of("out", "err", "in", "exit", "setOut", "setErr", "console"),
                      "java.lang.Runtime", Set.of("exit", "halt"))))
          .orShould()
          .accessTargetWhere(
              describe(
                  "prints a stack trace to the console",
                  a ->
                      a.getTarget().getName().equals("printStackTrace")
                          && a.getTarget().getFullName().endsWith("()")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noRegularExpressionsWhereRecordsAreRead =
      noClasses()
          .that()
          .resideInAnyPackage("postmortem.text..", "postmortem.parser..")
          .and()
          .haveSimpleNameNotEndingWith("Survey")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex")
          .orShould()
          .accessTargetWhere(
              access(
                  "compiles a regular expression",
                  Map.of(
                      "java.lang.String",
                      Set.of("matches", "split", "replaceAll", "replaceFirst"))))
          .because("a scan by hand is many times faster; a survey reads little, and may")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noWallClockBelowTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("postmortem.cli..")
          .should()
          .accessTargetWhere(
              access(
                  "asks the machine for its time, zone, language or code page",
                  Map.of(
                      "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
                      "java.time.Clock", Set.of("system", "systemUTC", "systemDefaultZone"),
                      "java.time.ZoneId", Set.of("systemDefault"),
                      "java.util.TimeZone", Set.of("getDefault"),
                      "java.util.Locale", Set.of("getDefault"),
                      "java.util.Calendar", Set.of("getInstance"),
                      "java.nio.charset.Charset", Set.of("defaultCharset"))))
          .orShould()
          .accessTargetWhere(
              describe(
                  "asks for the time of now",
                  a ->
                      a.getTarget().getName().equals("now")
                          && a.getTargetOwner().getPackageName().equals("java.time")))
          .orShould()
          .callConstructor(java.util.Date.class)
          .because("the same evidence gives the same bytes, whenever and wherever it is read")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noThreadsOnTheLowerFloors =
      noClasses()
          .that(describe("are on floors 0 to 3", t -> FLOORS_0_TO_3.contains(room(t))))
          .should()
          .dependOnClassesThat(
              describe(
                  "belong to threads",
                  t ->
                      t.getPackageName().startsWith("java.util.concurrent")
                          || t.getName().equals("java.lang.Thread")
                          || t.getName().equals("java.lang.ThreadLocal")))
          .because("the engine above them decides what runs where")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noLocksOnTheLowerFloors =
      noMethods()
          .that()
          .areDeclaredInClassesThat(
              describe("are on floors 0 to 3", t -> FLOORS_0_TO_3.contains(room(t))))
          .should()
          .haveModifier(JavaModifier.SYNCHRONIZED)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(
              new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  String message = type.getPackageName() + " has no package-info with @NullMarked";
                  events.add(new SimpleConditionEvent(type, marked, message));
                }
              });

  private static ArchCondition<JavaClass> useOnlyWhatTheTableAllows() {
    return new ArchCondition<>("use only rooms that the table of floors allows") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String room = room(type);
        if (!room.isEmpty() && !USES.containsKey(room)) {
          events.add(SimpleConditionEvent.violated(type, room + " is not in the table of floors"));
          return;
        }
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          JavaClass target = use.getTargetClass().getBaseComponentType();
          boolean ours = isOurs(target) && !unit(target).equals(unit(type));
          if (ours && !USES.getOrDefault(room, Set.of()).contains(room(target))) {
            events.add(SimpleConditionEvent.violated(type, use.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> useLibrariesOnlyInTheirRooms() {
    return new ArchCondition<>("use a library only in the rooms that it belongs to") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency use : type.getDirectDependenciesFromSelf()) {
          JavaClass target = use.getTargetClass().getBaseComponentType();
          if (!isOurs(target) && !target.isPrimitive() && !mayUse(room(type), target.getName())) {
            events.add(SimpleConditionEvent.violated(type, use.getDescription()));
          }
        }
      }
    };
  }

  private static boolean mayUse(String room, String name) {
    Optional<Set<String>> rooms =
        LIBRARIES.entrySet().stream()
            .filter(library -> name.startsWith(library.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    boolean jdk =
        List.of("java.", "javax.", "org.xml.sax.", "org.w3c.dom.").stream()
            .anyMatch(name::startsWith);
    // The root package has no code, only the map of it.
    return rooms.map(allowed -> room.isEmpty() || allowed.contains(room)).orElse(jdk);
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String description, Map<String, Set<String>> members) {
    return describe(
        description,
        access ->
            members
                .getOrDefault(access.getTargetOwner().getName(), Set.of())
                .contains(access.getTarget().getName()));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  /** The package as the floors see it: {@code parser.iis} for all that is below it. */
  private static String unit(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", -1);
    boolean inner =
        parts.length > 2
            && (parts[1].equals("parser")
                || parts[1].equals("analysis")
                || (parts[1].equals("run") && parts[2].equals("spark")));
    return String.join(".", Arrays.copyOfRange(parts, 1, Math.min(parts.length, inner ? 3 : 2)));
  }

  private static String room(JavaClass type) {
    String unit = unit(type);
    if (unit.startsWith("parser.")) {
      return "parser.*";
    }
    return unit.startsWith("analysis.") ? "analysis.*" : unit;
  }

  private static Set<String> with(Set<String> rooms, String... more) {
    java.util.Set<String> all = new java.util.HashSet<>(rooms);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
