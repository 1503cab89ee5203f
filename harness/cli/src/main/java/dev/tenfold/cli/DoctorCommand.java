package dev.tenfold.cli;

import dev.tenfold.machine.Doctor;
import dev.tenfold.machine.Fingerprint;
import dev.tenfold.machine.Symptom;
import dev.tenfold.machine.Symptom.State;
import dev.tenfold.run.Machine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether this machine is fit to measure on. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what makes this machine unfit to measure on, and how to mend it.",
      "What the machine does not tell is unknown, which is not the same as good."
    },
    footerHeading = "%nExample:%n",
    footer = "  tenfold doctor")
final class DoctorCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--java",
      paramLabel = "HOME",
      description = "JDK to measure in; by default the one that runs Tenfold.")
  private Path java = Path.of(System.getProperty("java.home"));

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Machine machine = Fingerprint.of(java);
    out.printf("machine %s%n", machine.id());
    out.printf(
        "  %s, %d cores, %d GiB, kernel %s, container limits %s%n",
        machine.cpu(), machine.cores(), machine.memoryGib(), machine.kernel(), machine.limits());
    out.printf(
        "  %s, collector %s, objects: %s%n%n",
        machine.jvm(), machine.collector(), machine.objectLayout());
    List<Symptom> symptoms = Doctor.here().examine();
    symptoms.forEach(symptom -> print(symptom, out));
    long unfit = count(symptoms, State.UNFIT);
    out.printf(
        "%n%d fit, %d unfit, %d unknown. %s%n",
        count(symptoms, State.FIT),
        unfit,
        count(symptoms, State.UNKNOWN),
        unfit == 0
            ? "Nothing was found that speaks against measuring here."
            : "Measured side by side, base and head suffer alike; stored numbers do not.");
    out.flush();
  }

  private static void print(Symptom symptom, PrintWriter out) {
    out.printf(
        "%-8s %-19s %s%n",
        symptom.state().name().toLowerCase(Locale.ROOT), symptom.what(), symptom.found());
    if (symptom.state() != State.FIT) {
      out.printf("%-8s %-19s %s%n", "", "", symptom.why());
    }
    if (!symptom.mend().isEmpty()) {
      out.printf("%-8s %-19s -> %s%n", "", "", symptom.mend());
    }
  }

  private static long count(List<Symptom> symptoms, State state) {
    return symptoms.stream().filter(symptom -> symptom.state() == state).count();
  }
}
