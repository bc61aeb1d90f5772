// The elements in JSX, with the declarations of docs/embed.md.
export const article = (text: string) => (
  <press-release source={text} heading-level={2} grades="declared" loading="lazy" shadow onpressmark-render={({ release }) => release.title}>
    <a href="/release.md">Read the release</a>
  </press-release>
);
export const badges = (
  <inspection-grades layout="bar" ref={(element) => element?.layout}>
    <inspection-grade scale="cqc" area="Safe" grade="good" className="wide" />
  </inspection-grades>
);
// @ts-expect-error there is no such level
export const level = <press-release heading-level={7} />;
// @ts-expect-error there is no such word
export const grades = <press-release grades="all" />;
// @ts-expect-error an error event has no release
export const event = <press-release onpressmark-error={({ release }) => release} />;
