// For the page around a frame: gives every <iframe src="…/frame.html?…"> the height of what it shows, also when that shrinks.
//
//   <script src="https://intranet.example/jaarplan/frame-host.js"></script>
//
// Once on the page, anywhere. Without it, or without scripts, a frame keeps the height of its tag.
(() => {
  const FRAMES = 'iframe[src*="frame.html?"]';
  const MOST = 100_000; // px; a plan of a hundred groups is not as high
  const frames = () => [...document.querySelectorAll(FRAMES)];
  const origin = ({ src }) => new URL(src).origin;

  /** Tells the frame who may know its height: the origin of this page. */
  const greet = (frame) => frame.contentWindow.postMessage({ jaarplan: 'hello' }, origin(frame));

  // A frame is known by its window, and trusted as far as the address that this page gave it. An opaque origin is
  // called "null", and so is that of an address without a server: they say nothing about who is speaking.
  addEventListener('message', ({ source, origin: from, data }) => {
    const frame = frames().find(({ contentWindow }) => source && contentWindow === source);
    if (!frame || from === 'null' || from !== origin(frame)) return;
    const { jaarplan, height } = data ?? {};
    if (jaarplan === 'hello') greet(frame);
    else if (jaarplan === 'height' && Number.isFinite(height) && height > 0 && height <= MOST) fit(frame, height);
  });

  function fit(frame, height) {
    const edges = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.setProperty('height', `${height + edges}px`);
  }

  // A frame that comes later says hello itself. So does one that is not there yet, and holds an empty page that this one
  // may look into; and in a sandbox without an origin there is nobody to greet.
  const named = ({ sandbox }) => !sandbox.length || sandbox.contains('allow-same-origin');
  for (const frame of frames()) if (named(frame) && frame.contentDocument?.URL !== 'about:blank') greet(frame);
})();
