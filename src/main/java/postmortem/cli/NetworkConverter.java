package postmortem.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import postmortem.analysis.Network;

/** Reads {@code 192.0.2.0/24}. */
final class NetworkConverter implements ITypeConverter<Network> {

  @Override
  public Network convert(String text) {
    Network network = Network.parse(text);
    if (network == null) {
      throw new TypeConversionException(
          "'" + text + "' is no network such as 192.0.2.0/24 or 2001:db8::/32");
    }
    return network;
  }
}
