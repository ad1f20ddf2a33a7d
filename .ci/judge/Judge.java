import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Judge has the veraPDF engine validate PDF files.
 *
 * <pre>java Judge FLAVOUR[,FLAVOUR...] FILE...</pre>
 *
 * A flavour is one of veraPDF's ids: ua1, 2a, 2u and so on. Each pair of file and flavour gets a
 * line, "PASS FLAVOUR FILE" or "FAIL FLAVOUR FILE", and behind a FAIL the broken rules, indented:
 * how often, and where first. The exit status is 0 if all pass, 1 if some fail, and 2 if there was
 * something that could not be judged; it then has no line.
 */
final class Judge {
  private static final int PASSED = 0;
  private static final int FAILED = 1;
  private static final int UNABLE = 2;

  private final VeraPDFFoundry foundry = Foundries.defaultInstance();

  public static void main(String[] args) {
    LogManager.getLogManager().reset();
    if (args.length < 2) {
      System.err.println("usage: judge FLAVOUR[,FLAVOUR...] FILE...");
      System.exit(UNABLE);
    }
    VeraGreenfieldFoundryProvider.initialise();
    System.exit(new Judge().all(args));
  }

  private int all(String[] args) {
    int worst = PASSED;
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String id : args[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
      if (flavour == PDFAFlavour.NO_FLAVOUR) {
        System.err.println("judge: there is no flavour " + id);
        return UNABLE;
      }
      flavours.add(flavour);
    }
    for (int i = 1; i < args.length; i++) {
      for (PDFAFlavour flavour : flavours) {
        worst = Math.max(worst, one(new File(args[i]), flavour));
      }
    }
    return worst;
  }

  /** one validates a file by one flavour and prints the verdict. */
  private int one(File file, PDFAFlavour flavour) {
    ValidationResult result;
    try (PDFAParser parser = foundry.createParser(file, flavour)) {
      result = foundry.createValidator(flavour, false).validate(parser);
    } catch (Exception | StackOverflowError e) {
      System.err.println("judge: " + file + ", " + flavour.getId() + ": " + e);
      return UNABLE;
    }
    System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + flavour.getId() + " " + file);
    if (result.isCompliant()) {
      return PASSED;
    }
    Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        first.putIfAbsent(assertion.getRuleId(), assertion);
      }
    }
    first.forEach((rule, assertion) -> System.out.printf("  %s, test %d, %d times: %s at %s%n",
        rule.getClause(), rule.getTestNumber(), result.getFailedChecks().getOrDefault(rule, 1),
        said(assertion), assertion.getLocation().getContext()));
    return FAILED;
  }

  private static String said(TestAssertion assertion) {
    String message = assertion.getErrorMessage();
    return message != null ? message : assertion.getMessage();
  }
}
