/** What a name on the Hub, a message or a policy may hold to break out of each of the formats. */
export const hostileTexts: readonly string[] = [
  '</td></tr></table><script>alert(1)</script>',
  '</script><script>alert(1)</script><!--',
  '"><img src=x onerror=alert(1)>',
  '\n\n# heading\n\n```mermaid\npie\n```\n',
  '`|` | [text](javascript:alert(1)) ![i](https://evil.example/x.png)',
  '*bold* _em_ ~~gone~~ $x$ \\ <https://evil.example> https://evil.example www.evil.example @ada #12 GH-1',
  '\n::error::x\n##[add-matcher]y --> {0} [text](1)',
  '=cmd|calc!A1 \u202Eevil\u0000 \u2028 \ud800',
  ' & &lt; &#60; %3C',
];
