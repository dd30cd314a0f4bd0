package postmortem.cli;

/** The version that the build wrote into the manifest of the jar. */
final class Version {

  private Version() {}

  /** {@code 1.2.3}. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  /** As {@code --version} prints it. */
  static String line() {
    return "postmortem " + number();
  }
}
