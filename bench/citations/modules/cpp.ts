/** Modules in C++. */
export const cppModules: Readonly<Record<string, string>> = {
  "engine/native/slot_pool.cpp": `// Hands out a fixed number of slots to threads and takes them back.

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace pool {

@@ constant kMaxSlots
constexpr int kMaxSlots = 32;
@@

@@ constant kSpinRounds
// A thread looks so often for a slot before it sleeps.
constexpr int kSpinRounds = 64;
@@

@@ type SlotState
enum class SlotState : int { Free = 0, Taken = 1, Draining = 2 };
@@

@@ type SlotHandle
struct SlotHandle {
  int index = -1;
  unsigned generation = 0;
  bool valid() const { return index >= 0; }
};
@@

@@ type SlotPool
class SlotPool {
 public:
  SlotHandle acquireSlot(std::chrono::milliseconds patience);
  bool releaseSlot(const SlotHandle& handle);
  int drainAll();
  int liveCount() const;

 private:
  SlotHandle takeFree();
  std::array<std::atomic<int>, 32> states_{};
  std::array<unsigned, 32> generations_{};
  mutable std::mutex mutex_;
  std::condition_variable freed_;
};
@@

@@ function takeFree
SlotHandle SlotPool::takeFree() {
  for (int index = 0; index < kMaxSlots; ++index) {
    int expected = static_cast<int>(SlotState::Free);
    if (states_[index].compare_exchange_strong(expected, 1)) {
      return SlotHandle{index, ++generations_[index]};
    }
  }
  return SlotHandle{};
}
@@

@@ function acquireSlot
// Waits for a slot for at most the given time.
SlotHandle SlotPool::acquireSlot(std::chrono::milliseconds patience) {
  for (int round = 0; round < kSpinRounds; ++round) {
    SlotHandle handle = takeFree();
    if (handle.valid()) {
      return handle;
    }
  }
  std::unique_lock<std::mutex> lock(mutex_);
  SlotHandle handle;
  freed_.wait_for(lock, patience, [&] {
    handle = takeFree();
    return handle.valid();
  });
  return handle;
}
@@

@@ function releaseSlot
bool SlotPool::releaseSlot(const SlotHandle& handle) {
  if (!handle.valid() || handle.index >= kMaxSlots) {
    return false;
  }
  if (generations_[handle.index] != handle.generation) {
    return false;
  }
  {
    std::lock_guard<std::mutex> lock(mutex_);
    states_[handle.index].store(0, std::memory_order_release);
  }
  freed_.notify_one();
  return true;
}
@@

@@ function drainAll
int SlotPool::drainAll() {
  int drained = 0;
  for (auto& state : states_) {
    int taken = static_cast<int>(SlotState::Taken);
    if (state.compare_exchange_strong(taken, 2)) {
      drained += 1;
    }
  }
  freed_.notify_all();
  return drained;
}
@@

@@ function liveCount
int SlotPool::liveCount() const {
  int live = 0;
  for (const auto& state : states_) {
    live += state.load(std::memory_order_relaxed) == 1 ? 1 : 0;
  }
  return live;
}
@@

@@ function defaultPatience
std::chrono::milliseconds defaultPatience(bool interactive, int priority) {
  if (interactive) {
    return std::chrono::milliseconds(20);
  }
  return std::chrono::milliseconds(200 + 50 * priority);
}
@@

}  // namespace pool
`,
  "engine/native/frame_codec.cpp": `// Frames on the wire: a length, a kind, a body and a check.

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace codec {

@@ constant kFrameMagic
constexpr std::uint16_t kFrameMagic = 0xA55A;
@@

@@ constant kMaxBody
constexpr std::size_t kMaxBody = 1u << 20;
@@

@@ type FrameKind
enum class FrameKind : std::uint8_t {
  Hello = 1,
  Data = 2,
  Ack = 3,
  Bye = 9,
};
@@

@@ type Frame
struct Frame {
  FrameKind kind = FrameKind::Hello;
  std::uint32_t sequence = 0;
  std::vector<std::uint8_t> body;
};
@@

@@ function putWord
void putWord(std::vector<std::uint8_t>& out, std::uint32_t word) {
  for (int shift = 0; shift < 32; shift += 8) {
    out.push_back(static_cast<std::uint8_t>(word >> shift));
  }
}
@@

@@ function frameCheck
std::uint32_t frameCheck(const std::vector<std::uint8_t>& bytes, std::size_t from) {
  std::uint32_t sum = 1;
  for (std::size_t at = from; at < bytes.size(); ++at) {
    sum = sum * 31 + bytes[at];
  }
  return sum;
}
@@

@@ function encodeFrame
// Throws if the body is larger than a reader would take.
std::vector<std::uint8_t> encodeFrame(const Frame& frame) {
  if (frame.body.size() > kMaxBody) {
    throw std::length_error("frame body of more than 1 MiB");
  }
  std::vector<std::uint8_t> out;
  out.reserve(frame.body.size() + 15);
  out.push_back(static_cast<std::uint8_t>(kFrameMagic & 0xFF));
  out.push_back(static_cast<std::uint8_t>(kFrameMagic >> 8));
  out.push_back(static_cast<std::uint8_t>(frame.kind));
  putWord(out, frame.sequence);
  putWord(out, static_cast<std::uint32_t>(frame.body.size()));
  out.insert(out.end(), frame.body.begin(), frame.body.end());
  putWord(out, frameCheck(out, 2));
  return out;
}
@@

@@ function readWord
std::optional<std::uint32_t> readWord(const std::vector<std::uint8_t>& bytes, std::size_t at) {
  if (at + 4 > bytes.size()) {
    return std::nullopt;
  }
  std::uint32_t word = 0;
  for (int index = 3; index >= 0; --index) {
    word = (word << 8) | bytes[at + index];
  }
  return word;
}
@@

@@ function decodeFrame
std::optional<Frame> decodeFrame(const std::vector<std::uint8_t>& bytes) {
  if (bytes.size() < 15 || bytes[0] != (kFrameMagic & 0xFF)) {
    return std::nullopt;
  }
  Frame frame;
  frame.kind = static_cast<FrameKind>(bytes[2]);
  const auto sequence = readWord(bytes, 3);
  const auto length = readWord(bytes, 7);
  if (!sequence || !length || *length > kMaxBody) {
    return std::nullopt;
  }
  frame.sequence = *sequence;
  frame.body.assign(bytes.begin() + 11, bytes.begin() + 11 + *length);
  return frame;
}
@@

@@ function kindName
std::string kindName(FrameKind kind, bool shout) {
  switch (static_cast<int>(kind)) {
    case 1:
      return shout ? "HELLO" : "hello";
    case 9:
      return shout ? "BYE" : "bye";
    default:
      return "frame " + std::to_string(static_cast<int>(kind));
  }
}
@@

}  // namespace codec
`,
};
