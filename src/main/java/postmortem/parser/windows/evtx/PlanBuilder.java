package postmortem.parser.windows.evtx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.Utf8Text;

/** Finds in a template, or in XML without one, what is asked for. */
final class PlanBuilder implements BinXmlHandler {

  private static final byte[] NO_TEXT = {};

  /** Elements whose place matters. */
  private enum Element {
    SYSTEM("System"),
    PROVIDER("Provider"),
    EVENT_ID("EventID"),
    TIME_CREATED("TimeCreated"),
    RECORD_ID("EventRecordID"),
    CHANNEL("Channel"),
    COMPUTER("Computer"),
    RENDERING_INFO("RenderingInfo"),
    DATA("Data"),
    OTHER("");

    private final String title;

    Element(String title) {
      this.title = title;
    }
  }

  private final Chunk chunk;
  private final List<Plan.Slot> system = new ArrayList<>();
  private final List<Plan.Slot> data = new ArrayList<>();
  private final Element[] elements = new Element[BinXml.MAX_DEPTH + 1];
  private final Utf8Text scratch = new Utf8Text();
  private int depth;
  private Plan.@Nullable Target target; // of text and values that come now
  private Field field = Field.NOTHING;
  private boolean nameOfData; // an attribute that names a Data is read
  private boolean inAttribute;
  private boolean filled; // the current place has a part
  private boolean unnamed; // the current Data has no name
  private boolean skip; // RenderingInfo

  private PlanBuilder(Chunk chunk) {
    this.chunk = chunk;
  }

  static Plan of(Chunk chunk, int from, int to, boolean definition) throws DamageException {
    PlanBuilder builder = new PlanBuilder(chunk);
    BinXml.walk(chunk, from, to, definition, builder);
    return new Plan(builder.system, builder.data);
  }

  private Element parent() {
    return depth < 2 ? Element.OTHER : elements[depth - 2];
  }

  @Override
  public void startElement(int name) throws DamageException {
    int from = chunk.nameStart(name);
    int to = chunk.nameEnd(name);
    Element found = Element.OTHER;
    for (Element element : Element.values()) {
      if (chunk.isWord(from, to, element.title)) {
        found = element;
      }
    }
    elements[depth++] = found;
    skip |= found == Element.RENDERING_INFO;
    unnamed = found == Element.DATA;
    inAttribute = false;
    nameOfData = false;
    field = Field.NOTHING;
    target = null;
    if (found == Element.OTHER && depth > 1) {
      scratch.cut(0);
      scratch.utf16(chunk.bytes(), from, to);
      Field byName = Field.named(scratch.bytes(), 0, scratch.length());
      field = byName == null ? Field.NOTHING : byName;
    }
    filled = false;
  }

  @Override
  public void attribute(int name) throws DamageException {
    int from = chunk.nameStart(name);
    int to = chunk.nameEnd(name);
    Element element = elements[depth - 1];
    inAttribute = true;
    filled = false;
    target = null;
    boolean isName = chunk.isWord(from, to, "Name");
    nameOfData = element == Element.DATA && isName;
    unnamed &= !nameOfData;
    if (element == Element.PROVIDER && isName && parent() == Element.SYSTEM) {
      target = Plan.Target.FIELD;
      field = Field.PROVIDER;
    } else if (element == Element.TIME_CREATED && chunk.isWord(from, to, "SystemTime")) {
      target = Plan.Target.TIME;
    }
  }

  @Override
  public void content() {
    inAttribute = false;
    nameOfData = false;
    filled = false;
    target = targetOfContent();
  }

  private Plan.@Nullable Target targetOfContent() {
    Element element = elements[depth - 1];
    if (skip) {
      return null;
    }
    if (parent() == Element.SYSTEM) {
      return switch (element) {
        case EVENT_ID -> Plan.Target.ID;
        case RECORD_ID -> Plan.Target.RECORD_ID;
        case CHANNEL -> system(Field.CHANNEL);
        case COMPUTER -> system(Field.COMPUTER);
        default -> null;
      };
    }
    if (element == Element.DATA && unnamed) {
      return Plan.Target.STRING;
    }
    return field == Field.NOTHING || field == Field.PROVIDER ? null : Plan.Target.FIELD;
  }

  private Plan.Target system(Field which) {
    field = which;
    return Plan.Target.FIELD;
  }

  @Override
  public void endElement() {
    if (elements[depth - 1] == Element.DATA && unnamed && !filled && !skip) {
      data.add(Plan.Slot.text(Plan.Target.STRING, Field.NOTHING, NO_TEXT, false));
    }
    depth--;
    skip = false;
    for (int i = 0; i < depth; i++) {
      skip |= elements[i] == Element.RENDERING_INFO;
    }
    unnamed = false;
    field = Field.NOTHING;
    target = null;
  }

  private void add(Plan.Slot slot) {
    boolean inSystem = depth > 1 && parent() == Element.SYSTEM;
    (inSystem ? system : data).add(slot);
    filled = true;
  }

  @Override
  public void text(int from, int to) {
    scratch.cut(0);
    scratch.utf16(chunk.bytes(), from, to);
    Plan.Target place = target;
    if (nameOfData) {
      Field named = Field.named(scratch.bytes(), 0, scratch.length());
      field = named == null ? Field.NOTHING : named;
    } else if (place != null) {
      byte[] text = Arrays.copyOf(scratch.bytes(), scratch.length());
      add(Plan.Slot.text(place, field, text, filled));
    }
  }

  @Override
  public void character(int codeUnit) {
    // no value that is asked for is written with references
  }

  @Override
  public void entity(int name) {
    // likewise
  }

  @Override
  public void substitution(int value, boolean optional) {
    Plan.Target place = target;
    if (place != null) {
      add(Plan.Slot.value(place, field, value, filled, optional));
    } else if (!inAttribute && !skip && (depth == 0 || parent() != Element.SYSTEM)) {
      data.add(Plan.Slot.value(Plan.Target.NESTED, Field.NOTHING, value, false, optional));
    }
  }

  @Override
  public void instance(int at) {
    if (!skip) {
      data.add(Plan.Slot.instance(at));
    }
  }
}
